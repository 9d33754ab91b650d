import { NativeSelect } from '@mantine/core'
import * as words from '#words/language'
import { type Language, LANGUAGES } from '#src/contract/desk/language.ts'
import { LANGUAGE_NAMES, useLanguageChoice } from '#src/session/choose-language.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'

/** In which language the person reads the pages, on every computer. */
export function LanguageChoice() {
  const { value, choose, isFailed, isPending } = useLanguageChoice()
  return (
    <TitledCard title={words.language()}>
      {isFailed ? <Banner tone="error" title={words.notChanged()} message={words.notChangedAdvice()} /> : null}
      <NativeSelect
        label={words.language()}
        description={words.changing()}
        maw={360}
        value={value ?? ''}
        disabled={isPending}
        onChange={({ currentTarget }) => choose(LANGUAGES.find((language) => language === currentTarget.value))}
      >
        <option value="">{words.asBrowser()}</option>
        {LANGUAGES.map((language: Language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </NativeSelect>
    </TitledCard>
  )
}
