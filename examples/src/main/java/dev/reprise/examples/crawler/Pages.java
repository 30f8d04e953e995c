package dev.reprise.examples.crawler;

import dev.reprise.Async;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Where pages come from. */
interface Pages {

    /** The links on a page. */
    Async<List<URI>> links(URI page) throws IOException;
}
