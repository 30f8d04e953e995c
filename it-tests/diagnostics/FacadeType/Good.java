import dev.reprise.Async;
import dev.reprise.FutureFacade;

@FutureFacade
interface Good {
    Async<String> load(String key);
}
