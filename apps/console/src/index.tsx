// TDesign draws messages with the renderer of React 18 without it.
import 'tdesign-react/es/_util/react-19-adapter'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { HashRouter } from 'react-router'
import { RequestProblem } from './api/request'
import { App } from './app/app'
import { ThemeProvider } from './app/theme'
import { LanguageProvider } from './texts/language'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refused it refuses again.
      retry: (count, error) =>
        count < 2 && error instanceof RequestProblem && ['unreachable', 'internal'].includes(error.code),
    },
  },
})

createRoot(document.getElementById('console')!).render(
  <LanguageProvider>
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <HashRouter>
          <App />
        </HashRouter>
      </QueryClientProvider>
    </ThemeProvider>
  </LanguageProvider>,
)
