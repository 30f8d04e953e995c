package dev.reprise.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys made by the JDK's keytool: a server's for tls.example and the loopback addresses, and a client's. Each context has one of them
 * and trusts both.
 */
final class TestCertificates {

    static final TestCertificates SERVER =
            make("server", "-ext", "SAN=dns:tls.example,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1");
    static final TestCertificates CLIENT = make("client");

    private static final char[] PASSWORD = "a secret of tests".toCharArray();

    private final String name;
    private final KeyStore store;

    private TestCertificates(String name, KeyStore store) {
        this.name = name;
        this.store = store;
    }

    private static TestCertificates make(String name, String... extension) {
        try {
            Path directory = Files.createTempDirectory("certificates");
            Path file = directory.resolve(name + ".p12");
            keytool(name, file, extension);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, "a secret of tests".toCharArray());
            }
            Files.delete(file);
            Files.delete(directory);
            return new TestCertificates(name, store);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(String name, Path file, String... extension) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new java.util.ArrayList<>(java.util.List.of(
                tool,
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1"));
        command.addAll(java.util.List.of("-validity", "7300", "-storetype", "PKCS12", "-keystore", file.toString()));
        command.addAll(java.util.List.of("-storepass", "a secret of tests"));
        command.addAll(java.util.List.of(extension));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** With the key of this one. */
    SSLContext context() {
        return context(store);
    }

    /** Without a key. */
    static SSLContext anonymous() {
        return context(null);
    }

    private static SSLContext context(KeyStore keys) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (TestCertificates each : new TestCertificates[] {SERVER, CLIENT}) {
                trusted.setCertificateEntry(each.name, each.certificate());
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys == null ? null : own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Certificate certificate() {
        try {
            return store.getCertificate(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate in the form that openssl reads. */
    String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate().getEncoded());
    }

    /** The key in the form that openssl reads. */
    String keyPem() throws GeneralSecurityException {
        Key key = store.getKey(name, PASSWORD);
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
