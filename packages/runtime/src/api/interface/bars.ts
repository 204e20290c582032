import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { createHostApis } from '../host-apis'
import { requireString } from '../parameters'

/** Navigation bar, tab bar, window background and share menu: all drawn by the container. */
export function createBarApis(context: ApiContext): ApiTable {
  return {
    ...createDrawnBarApis(context),
    setTopBarText: asyncApi(context, 'setTopBarText', (options) => {
      requireString(options, 'text')
      // As documented, it has an effect only while the program is pinned to the top of the chat list.
      context.warn('wx.setTopBarText has no effect: there is no list of chats to be pinned to')
    }),
  }
}

function createDrawnBarApis(context: ApiContext): ApiTable {
  return createHostApis(context, {
    setNavigationBarTitle: { title: 'String' },
    setNavigationBarColor: { frontColor: 'String', backgroundColor: 'String', animation: 'Object?' },
    showNavigationBarLoading: {},
    hideNavigationBarLoading: {},
    hideHomeButton: {},
    showTabBar: { animation: 'Boolean?' },
    hideTabBar: { animation: 'Boolean?' },
    setTabBarItem: { index: 'Number', text: 'String?', iconPath: 'String?', selectedIconPath: 'String?' },
    setTabBarStyle: {
      color: 'String?',
      selectedColor: 'String?',
      backgroundColor: 'String?',
      borderStyle: 'String?',
    },
    setTabBarBadge: { index: 'Number', text: 'String' },
    removeTabBarBadge: { index: 'Number' },
    showTabBarRedDot: { index: 'Number' },
    hideTabBarRedDot: { index: 'Number' },
    setBackgroundColor: {
      backgroundColor: 'String?',
      backgroundColorTop: 'String?',
      backgroundColorBottom: 'String?',
    },
    setBackgroundTextStyle: { textStyle: 'String' },
    showShareMenu: {
      withShareTicket: 'Boolean?',
      menus: 'Array?',
      showShareItems: 'Array?',
      isPrivateMessage: 'Boolean?',
    },
    hideShareMenu: { menus: 'Array?', hideShareItems: 'Array?' },
    updateShareMenu: {
      withShareTicket: 'Boolean?',
      isUpdatableMessage: 'Boolean?',
      activityId: 'String?',
      toDoActivityId: 'String?',
      templateInfo: 'Object?',
      isPrivateMessage: 'Boolean?',
    },
    showShareImageMenu: {
      path: 'String',
      needShowEntrance: 'Boolean?',
      entrancePath: 'String?',
      style: 'String?',
    },
  })
}
