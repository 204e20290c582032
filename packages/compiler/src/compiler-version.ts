/** As in package.json. Two compilers of one version make the same bundle of the same files. */
export const COMPILER_VERSION = '0.1.0'
