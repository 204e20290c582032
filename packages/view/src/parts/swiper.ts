import { SwiperElement } from '../components/swiper/swiper'
import { SwiperItemElement } from '../components/swiper/swiper-item'

SwiperElement.define()
SwiperItemElement.define()
