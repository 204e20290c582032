import { areaList } from '@vant/area-data'
import type { RegionData } from './region-model'

/** Loaded when the first region picker opens. */
export const regionData: RegionData = {
  provinces: areaList.province_list,
  cities: areaList.city_list,
  counties: areaList.county_list,
}
