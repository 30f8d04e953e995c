/**
 * A crawler: finds all pages of a web site by following links, many at a time. {@link dev.reprise.examples.crawler.Crawl} is
 * the crawling itself, {@link dev.reprise.examples.crawler.Site} something to crawl.
 */
package dev.reprise.examples.crawler;
