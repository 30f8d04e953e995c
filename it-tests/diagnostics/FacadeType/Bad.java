import dev.reprise.FutureFacade;

@FutureFacade
interface Bad { // error: [FacadeType] Bad cannot have a facade: it has no method that returns Async, a CompletionStage or an AsyncIterable.
    String load(String key);
}
