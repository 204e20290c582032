import { createCloudApis } from '../api/cloud/cloud'
import { addLatePart } from '../api/late-parts'

addLatePart('cloud', { createApis: createCloudApis })
