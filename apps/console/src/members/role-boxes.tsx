import type { GivenRole } from '@sampan/platform-api'
import { useTexts } from '../texts/texts'
import { GIVEN_ROLES } from './member-api'
import { roleTexts } from './role-texts'

export interface RoleBoxesProps {
  label: string
  roles: readonly GivenRole[]
  onChange(roles: GivenRole[]): void
  /** Those that whoever asks may give. */
  offered?: readonly GivenRole[]
}

/** Which roles: one person may have several. */
export function RoleBoxes({ label, roles, onChange, offered = GIVEN_ROLES }: RoleBoxesProps) {
  const t = useTexts(roleTexts)
  return (
    <fieldset className="boxes">
      <legend>{label}</legend>
      {offered.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...roles, role] : roles.filter((each) => each !== role))
            }
          />{' '}
          {t(role)}
        </label>
      ))}
    </fieldset>
  )
}
