import { request } from '../api/request'

const post = <Answer = unknown>(path: string, body: object) => request<Answer>(`/api/auth/${path}`, { body })

/** The doors of the sign-in library that the screens use. Each throws a `RequestProblem`, whose code is in `authCode`. */
export const authApi = {
  signIn: (email: string, password: string) =>
    post<{ twoFactorRedirect?: boolean }>('sign-in/email', { email, password }),
  signUp: (name: string, email: string, password: string) => post('sign-up/email', { name, email, password }),
  confirmEmail: (email: string, otp: string) => post('email-otp/verify-email', { email, otp }),
  sendEmailCode: (email: string, type: 'email-verification' | 'forget-password') =>
    post('email-otp/send-verification-otp', { email, type }),
  resetPassword: (email: string, otp: string, password: string) =>
    post('email-otp/reset-password', { email, otp, password }),
  sendPhoneCode: (phoneNumber: string) => post('phone-number/send-otp', { phoneNumber }),
  confirmPhone: (phoneNumber: string, code: string) =>
    post('phone-number/verify', { phoneNumber, code, updatePhoneNumber: true }),
  confirmSecondFactor: (code: string) => post('two-factor/verify-totp', { code }),
  confirmBackupCode: (code: string) => post('two-factor/verify-backup-code', { code }),
}
