import type { ProgramListItem } from '@sampan/platform-api'
import { useDeferredValue, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { AppIcon } from 'tdesign-icons-react'
import { Button, Tag } from 'tdesign-react'
import { useMyEntities } from '../entities/entity-api'
import { roleTexts } from '../members/role-texts'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { Modal } from '../ui/modal'
import { Page } from '../ui/page'
import { TextInput } from '../ui/text-input'
import { uiTexts } from '../ui/texts'
import { useAction } from '../ui/use-action'
import { programApi, programKeys, usePrograms } from './program-api'
import { ProgramAvatar } from './program-avatar'
import { programTexts } from './texts'

/** The programs that I work on. */
export default function ProgramListPage() {
  const t = useTexts(programTexts)
  const ui = useTexts(uiTexts)
  const [search, setSearch] = useSearchParams()
  const [query, setQuery] = useState('')
  const programs = usePrograms(useDeferredValue(query.trim()))
  const openDialog = () => setSearch({ create: '' })
  const create = <Button onClick={openDialog}>{t('create')}</Button>
  return (
    <Page title={t('title')} intro={t('intro')} actions={create}>
      <Loaded query={programs}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.programs)
          if (found.length === 0 && query.trim() === '') {
            return (
              <div className="card">
                <Empty icon={<AppIcon />} title={t('empty.title')} text={t('empty.text')} action={create} />
              </div>
            )
          }
          return (
            <>
              <p className="search">
                <TextInput
                  type="search"
                  aria-label={t('search')}
                  placeholder={t('search')}
                  value={query}
                  onChange={setQuery}
                />
              </p>
              {found.length === 0 && <p className="quiet">{t('search.none')}</p>}
              <div className="cards">
                {found.map((program) => (
                  <ProgramCard key={program.appId} program={program} />
                ))}
              </div>
              {programs.hasNextPage && (
                <p className="more">
                  <Button
                    variant="outline"
                    loading={programs.isFetchingNextPage}
                    onClick={() => void programs.fetchNextPage()}
                  >
                    {ui('more')}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Loaded>
      <Modal isOpen={search.has('create')} title={t('create.title')} onClose={() => setSearch({})}>
        <OwnerChoice first={search.get('create') ?? ''} />
      </Modal>
    </Page>
  )
}

function ProgramCard({ program }: { program: ProgramListItem }) {
  const t = useTexts(programTexts)
  const role = useTexts(roleTexts)
  return (
    <Link className="card card--link" to={`/programs/${program.appId}`}>
      <div className="row">
        <ProgramAvatar program={program} />
        <b className="grow">{program.name || t('unnamed')}</b>
        <Tag theme={program.isReleased ? 'success' : 'default'} variant="light">
          {t(program.isReleased ? 'released' : 'notReleased')}
        </Tag>
      </div>
      <p className="quiet">{program.entityName}</p>
      <p className="quiet">{program.roles.map((each) => role(each)).join(' · ')}</p>
    </Link>
  )
}

/** Whose the new program is: it cannot be changed later. */
function OwnerChoice({ first }: { first: string }) {
  const t = useTexts(programTexts)
  const entities = useMyEntities()
  const navigate = useNavigate()
  const create = useAction({
    run: programApi.create,
    changes: [programKeys.all],
    onDone: ({ appId }) => void navigate(`/programs/${appId}`),
  })
  return (
    <Loaded query={entities}>
      {(all) => {
        const approved = all.filter(({ state }) => state === 'approved')
        if (approved.length === 0) {
          return (
            <>
              <p>{t('create.noOwner')}</p>
              <div className="modal__end">
                <Link to="/account/entities">
                  <Button>{t('create.toOwners')}</Button>
                </Link>
              </div>
            </>
          )
        }
        const ordered = [...approved].sort((a, b) => Number(b.id === first) - Number(a.id === first))
        return (
          <>
            <p className="quiet">{t('create.text')}</p>
            <ul className="lines">
              {ordered.map(({ id, name }) => (
                <li key={id} className="row">
                  <b className="grow">{name}</b>
                  <Button
                    aria-label={`${t('create.for')}: ${name}`}
                    loading={create.isPending && create.variables === id}
                    onClick={() => create.mutate(id)}
                  >
                    {t('create.for')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}
