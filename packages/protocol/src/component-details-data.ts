/**
 * One built-in component a line: documented attributes with their options and its events, as
 * `size(default,mini),bindtap`. What every component has is in `COMMON_ATTRIBUTES`.
 */
export const COMPONENT_DETAILS = `
button size(default,mini),type(primary,default,warn),plain,disabled,loading,form-type(submit,reset),open-type(contact,share,getPhoneNumber,getRealtimePhoneNumber,getUserInfo,launchApp,openSetting,feedback,chooseAvatar,agreePrivacyAuthorization),hover-class,hover-stop-propagation,hover-start-time,hover-stay-time,lang(en,zh_CN,zh_TW),session-from,send-message-title,send-message-path,send-message-img,app-parameter,show-message-card,phone-number-no-quota-toast,bindgetuserinfo,bindcontact,bindgetphonenumber,bindgetrealtimephonenumber,binderror,bindopensetting,bindlaunchapp,bindchooseavatar,bindagreeprivacyauthorization
camera mode(normal,scanCode),resolution(low,medium,high),device-position(front,back),flash(auto,on,off,torch),frame-size(small,medium,large),bindstop,binderror,bindinitdone,bindscancode
canvas type(2d,webgl),canvas-id,disable-scroll,bindtouchstart,bindtouchmove,bindtouchend,bindtouchcancel,bindlongtap,binderror
checkbox value,disabled,checked,color
checkbox-group bindchange
cover-image src,referrer-policy,bindload,binderror
cover-view scroll-top
editor read-only,placeholder,show-img-size,show-img-toolbar,show-img-resize,bindready,bindfocus,bindblur,bindinput,bindstatuschange
form report-submit,report-submit-timeout,bindsubmit,bindreset
icon type(success,success_no_circle,info,warn,waiting,cancel,download,search,clear),size,color
image src,mode(scaleToFill,aspectFit,aspectFill,widthFix,heightFix,top,bottom,center,left,right),webp,lazy-load,show-menu-by-longpress,binderror,bindload
input value,type(text,number,idcard,digit,safe-password,nickname),password,placeholder,placeholder-style,placeholder-class,disabled,maxlength,cursor-spacing,auto-focus,focus,confirm-type(send,search,next,go,done),always-embed,confirm-hold,cursor,cursor-color,selection-start,selection-end,adjust-position,hold-keyboard,bindinput,bindchange,bindfocus,bindblur,bindconfirm,bindkeyboardheightchange,bindnicknamereview
label for
map longitude,latitude,scale,min-scale,max-scale,markers,polyline,circles,controls,include-points,show-location,polygons,subkey,layer-style,rotate,skew,enable-3D,show-compass,show-scale,enable-overlooking,enable-zoom,enable-scroll,enable-rotate,enable-satellite,enable-traffic,enable-poi,enable-building,setting,bindtap,bindmarkertap,bindlabeltap,bindcontroltap,bindcallouttap,bindupdated,bindregionchange,bindpoitap,bindanchorpointtap
match-media min-width,max-width,width,min-height,max-height,height,orientation
movable-area scale-area
movable-view direction(all,vertical,horizontal,none),inertia,out-of-bounds,x,y,damping,friction,disabled,scale,scale-min,scale-max,scale-value,animation,bindchange,bindscale,htouchmove,vtouchmove
navigation-bar title,loading,front-color,background-color,color-animation-duration,color-animation-timing-func
navigator target(self,miniProgram),url,open-type(navigate,redirect,switchTab,reLaunch,navigateBack,exit),delta,app-id,path,extra-data,version(develop,trial,release),short-link,hover-class,hover-stop-propagation,hover-start-time,hover-stay-time,bindsuccess,bindfail,bindcomplete
open-data type(groupName,userNickName,userAvatarUrl,userGender,userCity,userProvince,userCountry,userLanguage),open-gid,lang,default-text,default-avatar,binderror
page-container show,duration,z-index,overlay,position(top,bottom,right,center),round,close-on-slide-down,overlay-style,custom-style,bindbeforeenter,bindenter,bindafterenter,bindbeforeleave,bindleave,bindafterleave,bindclickoverlay
page-meta background-text-style,background-color,background-color-top,background-color-bottom,root-background-color,scroll-top,scroll-duration,page-style,page-font-size,root-font-size,page-orientation,bindresize,bindscroll,bindscrolldone
picker header-text,mode(selector,multiSelector,time,date,region),disabled,range,range-key,value,start,end,fields(year,month,day),custom-item,level(province,city,region,sub-district),bindcancel,bindchange,bindcolumnchange
picker-view value,mask-class,indicator-style,indicator-class,mask-style,immediate-change,bindchange,bindpickstart,bindpickend
progress percent,show-info,border-radius,font-size,stroke-width,color,activeColor,backgroundColor,active,active-mode(backwards,forwards),duration,bindactiveend
radio value,checked,disabled,color
radio-group bindchange
rich-text nodes,space(ensp,emsp,nbsp),user-select,mode(default,compat,aggressive,inline-block,web)
root-portal enable
scroll-view scroll-x,scroll-y,upper-threshold,lower-threshold,scroll-top,scroll-left,scroll-into-view,scroll-with-animation,enable-back-to-top,enable-passive,refresher-enabled,refresher-threshold,refresher-default-style(black,white,none),refresher-background,refresher-triggered,bounces,show-scrollbar,fast-deceleration,enable-flex,scroll-anchoring,enhanced,paging-enabled,binddragstart,binddragging,binddragend,bindscrolltoupper,bindscrolltolower,bindscroll,bindrefresherpulling,bindrefresherrefresh,bindrefresherrestore,bindrefresherabort
share-element key,transform,duration,easing-function
slider min,max,step,disabled,value,color,selected-color,activeColor,backgroundColor,block-size,block-color,show-value,bindchange,bindchanging
swiper indicator-dots,indicator-color,indicator-active-color,autoplay,current,interval,duration,circular,vertical,display-multiple-items,previous-margin,next-margin,snap-to-edge,easing-function(default,linear,easeInCubic,easeOutCubic,easeInOutCubic),bindchange,bindtransition,bindanimationfinish
swiper-item item-id,skip-hidden-item-layout
switch checked,disabled,type(switch,checkbox),color,bindchange
text selectable,user-select,space(ensp,emsp,nbsp),decode
textarea value,placeholder,placeholder-style,placeholder-class,disabled,maxlength,auto-focus,focus,auto-height,fixed,cursor-spacing,cursor,show-confirm-bar,selection-start,selection-end,adjust-position,hold-keyboard,disable-default-padding,confirm-type(send,search,next,go,done,return),confirm-hold,adjust-keyboard-to,bindfocus,bindblur,bindlinechange,bindinput,bindconfirm,bindkeyboardheightchange
video src,duration,controls,danmu-list,danmu-btn,enable-danmu,autoplay,loop,muted,initial-time,page-gesture,direction,show-progress,show-fullscreen-btn,show-play-btn,show-center-play-btn,enable-progress-gesture,object-fit(contain,fill,cover),poster,show-mute-btn,title,play-btn-position(bottom,center),enable-play-gesture,auto-pause-if-navigate,auto-pause-if-open-native,vslide-gesture,vslide-gesture-in-fullscreen,show-bottom-progress,show-screen-lock-button,picture-in-picture-mode,bindplay,bindpause,bindended,bindtimeupdate,bindfullscreenchange,bindwaiting,binderror,bindprogress,bindloadedmetadata,bindcontrolstoggle
view hover-class,hover-stop-propagation,hover-start-time,hover-stay-time
web-view src,bindmessage,bindload,binderror
`

/** On every component. */
export const COMMON_ATTRIBUTES = ['id', 'class', 'style', 'hidden', 'animation'] as const
