import { MapElement } from '../components/map/map'

MapElement.define()
