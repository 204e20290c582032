/**
 * Parts of the worker's code that not every program needs: `worker-<part>.js` beside `worker.js`. The compiler sees which
 * of them a program's scripts and templates can reach and notes it in the manifest; the container sends those with
 * `launch`. So they are there before the program's code is, and no call ever waits for one.
 */
export const LATE_PARTS = [
  'catalogue',
  'files',
  'bytes',
  'canvas',
  'players',
  'sockets',
  'cloud',
  'rare',
] as const

export type LatePart = (typeof LATE_PARTS)[number]

/** In a manifest. */
export interface NeededParts {
  /** `LATE_PARTS_VERSION` of the compiler. A manifest of another version needs every part, and so does one without. */
  version: number
  /** With the names of `wx` that the program's code mentions. */
  parts: Partial<Record<LatePart, string[]>>
}

export function neededParts(needed: NeededParts | undefined): readonly LatePart[] {
  if (needed?.version !== LATE_PARTS_VERSION) return LATE_PARTS
  return LATE_PARTS.filter((part) => Object.hasOwn(needed.parts, part))
}

/** Names of `wx` that need the part. */
export function apisOfPart(part: LatePart): string[] {
  return words(LATE_PART_USES[part].apis)
}

/** Tags of templates that need it: `SelectorQuery` answers objects of it for their nodes. */
export function tagsOfPart(part: LatePart): string[] {
  return words(LATE_PART_USES[part].tags ?? '')
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** One more whenever a name below moves, comes or goes. */
export const LATE_PARTS_VERSION = 1

/** `canIUse` answers from the catalogue, which also has what is documented and not supported. */
const LATE_PART_USES: Readonly<Record<LatePart, { apis: string; tags?: string }>> = {
  catalogue: {
    apis: `
      addCard addFileToFavorites addPaymentPassFinish addPaymentPassGetCertificateData addVideoToFavorites
      authPrivateMessage authorizeForMiniProgram bindEmployeeRelation canAddSecureElementPass canIUse
      checkDeviceSupportHevc checkEmployeeRelation checkIdentitySession checkIsPictureInPictureActive
      checkTransitCardSupport chooseContact chooseInvoice compressVideo createAnimationVideoContext
      createBufferURL createCacheManager createEditorContext createGlobalPayment createInferenceSession
      createMediaAudioPlayer createMediaContainer createMediaRecorder createVKSession createVideoDecoder
      createWebAudioContext deleteTransitCard enterChatToolMode exitVoIPChat faceDetect
      getChannelsLiveInfo getChannelsLiveNoticeInfo getChannelsShareKey getChatForwardMaterials
      getChatToolInfo getCommonConfig getDeviceVoIPList getInferenceEnvInfo getPluginUpdateManager
      getSecureElementPasses getTransitCardCPLC getTransitCardInfo getTransitCardList getXrFrameSystem
      initFaceDetect isVKSupport issueTransitCard join1v1Chat joinVoIPChat jumpToOfflinePay
      loadBuiltInFontFace logout notifyGroupMembers offGeneratePoster offParallelStateChange
      offUserOffTranslation offUserTriggerTranslation offVoIPChatInterrupted offVoIPChatMembersChanged
      offVoIPChatSpeakersChanged offVoIPChatStateChanged offVoIPVideoMembersChanged onGeneratePoster
      onParallelStateChange onPushMessage onUserOffTranslation onUserTriggerTranslation
      onVoIPChatInterrupted onVoIPChatMembersChanged onVoIPChatSpeakersChanged onVoIPChatStateChanged
      onVoIPVideoMembersChanged openCard openChannelsActivity openChannelsEvent openChannelsLive
      openChannelsLiveNoticeInfo openChannelsUserProfile openChatTool openCustomerServiceConversation
      openDesignerProfile openHKOfflinePayView openInquiriesTopic openOfficialAccountArticle
      openOfficialAccountChat openOfficialAccountProfile openSingleStickerView openStickerIPView
      openStickerSetView openStoreCouponDetail openStoreOrderDetail openSystemBluetoothSetting
      openVideoEditor pluginLogin postMessageToReferrerMiniProgram postMessageToReferrerPage
      preDownloadSubpackage rechargeTransitCard removeSecureElementPass requestAppleSubscribeSign
      requestCommonPayment requestDeviceVoIP requestFacialVerify requestMerchantTransfer
      requestOrderPayment requestPluginPayment requestSubscribeDeviceMessage
      requestSubscribeEmployeeMessage requestVirtualPayment reserveChannelsLive revokeBufferURL
      rewriteRoute selectGroupMembers sendBizRedPacket setEnable1v1Chat setVisualEffectOnCapture
      setWindowSize shareAppMessage shareAppMessageToGroup shareEmojiToGroup shareFileMessage
      shareFileToGroup shareImageToGroup shareToOfficialAccount shareToWeRun shareVideoMessage
      shareVideoToGroup showHomeButton showRedPackage stopFaceDetect subscribeVoIPVideoMembers
      updateVoIPChatMuteConfig updateWeChatApp
    `,
  },
  files: {
    apis: `
      downloadFile getFileInfo getFileSystemManager getSavedFileInfo getSavedFileList openDocument
      removeSavedFile saveFile saveFileToDisk uploadFile
    `,
  },
  bytes: { apis: 'getFileInfo getFileSystemManager' },
  canvas: {
    apis: `
      canvasGetImageData canvasPutImageData canvasToTempFilePath createCanvasContext createContext
      createOffscreenCanvas drawCanvas
    `,
    tags: 'canvas',
  },
  players: {
    apis: `
      createAudioContext createCameraContext createInnerAudioContext createLivePlayerContext
      createLivePusherContext createMapContext createVideoContext getAvailableAudioSources
      getBackgroundAudioManager getBackgroundAudioPlayerState getRecorderManager onBackgroundAudioPause
      onBackgroundAudioPlay onBackgroundAudioStop pauseBackgroundAudio pauseVoice playBackgroundAudio
      playVoice seekBackgroundAudio setInnerAudioOption startRecord stopBackgroundAudio stopRecord
      stopVoice
    `,
    tags: 'audio camera editor live-player live-pusher map video',
  },
  sockets: {
    apis: `
      closeSocket connectSocket createTCPSocket createUDPSocket offLocalServiceDiscoveryStop
      offLocalServiceFound offLocalServiceLost offLocalServiceResolveFail offSocketClose offSocketError
      offSocketMessage offSocketOpen onLocalServiceDiscoveryStop onLocalServiceFound onLocalServiceLost
      onLocalServiceResolveFail onSocketClose onSocketError onSocketMessage onSocketOpen sendSocketMessage
      startLocalServiceDiscovery stopLocalServiceDiscovery
    `,
  },
  cloud: { apis: 'cloud' },
  rare: {
    apis: `
      checkIsSoterEnrolledInDevice checkIsSupportFacialRecognition checkIsSupportSoterAuthentication
      closeBLEConnection closeBluetoothAdapter connectWifi createBLEConnection createBLEPeripheralServer
      createWorker getBLEDeviceCharacteristics getBLEDeviceRSSI getBLEDeviceServices getBLEMTU
      getBackgroundFetchData getBackgroundFetchToken getBeacons getBluetoothAdapterState
      getBluetoothDevices getConnectedBluetoothDevices getConnectedWifi getHCEState getNFCAdapter
      getPerformance getWifiList isBluetoothDevicePaired makeBluetoothPair
      notifyBLECharacteristicValueChange offAccelerometerChange offBLECharacteristicValueChange
      offBLEConnectionStateChange offBLEMTUChange offBLEPeripheralConnectionStateChanged
      offBackgroundFetchData offBeaconServiceChange offBeaconUpdate offBluetoothAdapterStateChange
      offBluetoothDeviceFound offCompassChange offDeviceMotionChange offGetWifiList offGyroscopeChange
      offHCEMessage offWifiConnected offWifiConnectedWithPartialInfo onAccelerometerChange
      onBLECharacteristicValueChange onBLEConnectionStateChange onBLEMTUChange
      onBLEPeripheralConnectionStateChanged onBackgroundFetchData onBeaconServiceChange onBeaconUpdate
      onBluetoothAdapterStateChange onBluetoothDeviceFound onCompassChange onDeviceMotionChange
      onGetWifiList onGyroscopeChange onHCEMessage onWifiConnected onWifiConnectedWithPartialInfo
      openBluetoothAdapter preloadAssets preloadSkylineView preloadWebview readBLECharacteristicValue
      reportPerformance router sendHCEMessage setBLEMTU setBackgroundFetchToken setWifiList
      startAccelerometer startBeaconDiscovery startBluetoothDevicesDiscovery startCompass
      startDeviceMotionListening startGyroscope startHCE startSoterAuthentication startWifi
      stopAccelerometer stopBeaconDiscovery stopBluetoothDevicesDiscovery stopCompass
      stopDeviceMotionListening stopGyroscope stopHCE stopWifi worklet writeBLECharacteristicValue
    `,
  },
}
