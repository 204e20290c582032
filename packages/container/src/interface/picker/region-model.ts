import type { Text } from '../texts'
import { type PickerModel, clampIndex } from './picker-model'

/** Six-digit division codes with their names, by level. */
export interface RegionData {
  provinces: Readonly<Record<string, string>>
  cities: Readonly<Record<string, string>>
  counties: Readonly<Record<string, string>>
}

interface Place {
  code: string
  name: string
}

export type RegionLevel = 'province' | 'city' | 'region' | 'sub-district'

/**
 * `region`: province, city and county of China. `customItem` is offered first in every column. Sub-districts are
 * beyond the data: that level ends at the county.
 */
export function createRegionModel(
  data: RegionData,
  options: { value: readonly string[]; customItem: string; level: RegionLevel },
  text: Text,
): PickerModel {
  const custom: Place[] = options.customItem ? [{ code: '', name: options.customItem }] : []
  const lists = {
    province: list(data.provinces, ''),
    city: (province: string) => (province ? list(data.cities, province.slice(0, 2)) : []),
    county: (city: string) => (city ? list(data.counties, city.slice(0, 4)) : []),
  }
  const count = { province: 1, city: 2, region: 3, 'sub-district': 3 }[options.level]
  const provinces = [...custom, ...lists.province]
  let chosen: Place[] = []

  const columnsFor = (places: readonly Place[]): Place[][] =>
    [
      provinces,
      [...custom, ...lists.city(places[0]?.code ?? '')],
      [...custom, ...lists.county(places[1]?.code ?? '')],
    ].slice(0, count)

  function select(names: readonly string[]): void {
    chosen = []
    for (let column = 0; column < count; column += 1) {
      const places = columnsFor(chosen)[column] ?? []
      const wanted = names[column]
      chosen.push(
        places.find(
          ({ name, code }) => wanted !== undefined && (name === wanted || (code && code === wanted)),
        ) ??
          places[0] ?? { code: '', name: '' },
      )
    }
  }
  select(options.value)

  return {
    columns: () => columnsFor(chosen).map((places) => places.map(({ name }) => name)),
    indexes: () =>
      columnsFor(chosen).map((places, column) =>
        Math.max(
          0,
          places.findIndex(
            ({ code, name }) => code === chosen[column]?.code && name === chosen[column]?.name,
          ),
        ),
      ),
    labels: () => columnsFor(chosen).map((_, index) => text('picker.column', { number: index + 1 })),
    choose(column, index) {
      const places = columnsFor(chosen)[column] ?? []
      const place = places[clampIndex(index, places.length)]
      if (place) select([...chosen.slice(0, column).map(({ name }) => name), place.name])
    },
    answer: () => ({
      confirmed: true,
      value: chosen.map(({ name }) => name),
      code: chosen.map(({ code }) => code).filter((code) => code !== ''),
    }),
  }
}

function list(table: Readonly<Record<string, string>>, prefix: string): Place[] {
  return Object.entries(table)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))
}
