/** What scenes need to know of the running bot. */
export interface SceneDeps {
  botUsername: string
}
