/**
 * Numbers of Chinese certificates with their check characters, so that a slip of the pen is found before a reviewer
 * sees it. Each check answers whether the number can exist, not whether it was given to anyone.
 */

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Unified social credit code, 18 characters, GB 32100-2015. */
export function isSocialCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, index) => total + weight * USCC_ALPHABET.indexOf(text[index]!),
    0,
  )
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === text[17]
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Organisation code, 9 characters with or without the dash before the last, GB 11714-1997. */
export function isOrganisationCode(text: string): boolean {
  const code = text.replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(code[index]!, 36),
    0,
  )
  return ('0123456789X0'[11 - (sum % 11)] ?? '') === code[8]
}

/** Registration number of a business licence from before 2015: 15 digits, GS 15-2006 (ISO 7064 MOD 11,10). */
export function isLicenceNumber(text: string): boolean {
  if (!/^\d{15}$/.test(text)) return false
  let carry = 10
  for (const digit of text.slice(0, 14)) {
    const sum = (carry + Number(digit)) % 10 || 10
    carry = (sum * 2) % 11
  }
  return (11 - carry) % 10 === Number(text[14])
}

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Citizen identity number, 18 characters, GB 11643-1999, with a date of birth that there was. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  if (birthDate(text) === undefined) return false
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** Whole years on `day`, by an identity number that `isIdentityNumber` accepts. */
export function ageOn(identityNumber: string, day: Date): number {
  const born = birthDate(identityNumber)
  if (!born) throw new RangeError('not an identity number')
  const years = day.getUTCFullYear() - born.getUTCFullYear()
  const hadBirthday =
    day.getUTCMonth() > born.getUTCMonth() ||
    (day.getUTCMonth() === born.getUTCMonth() && day.getUTCDate() >= born.getUTCDate())
  return hadBirthday ? years : years - 1
}

function birthDate(identityNumber: string): Date | undefined {
  const [year, month, date] = [
    Number(identityNumber.slice(6, 10)),
    Number(identityNumber.slice(10, 12)),
    Number(identityNumber.slice(12, 14)),
  ]
  const born = new Date(Date.UTC(year, month - 1, date))
  const exists = born.getUTCMonth() === month - 1 && born.getUTCDate() === date
  return exists && year >= 1900 && born.getTime() <= Date.now() ? born : undefined
}
