package org.skypatch.notification.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks signatures of webhooks without the code that made them. */
public final class Signatures {

    private static final Path RECEIVER = receiver();

    private Signatures() {}

    /** Whether one of the signatures of the call holds under this secret: HMAC-SHA256 as the specification writes it. */
    public static boolean hold(Sink.Call call, String secret) {
        String signed = call.id() + "." + call.headers().get("webhook-timestamp") + "." + call.body();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String expected =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return Arrays.asList(call.headers().get("webhook-signature").split(" "))
                    .contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What npm's package {@code standardwebhooks} says of the call: {@code holds}, or why it does not. */
    public static String judgedByAnotherLanguage(Sink.Call call, String secret)
            throws IOException, InterruptedException {
        ProcessBuilder node =
                new ProcessBuilder("node", RECEIVER.resolve("verify.js").toString());
        node.environment().put("NODE_PATH", RECEIVER.resolve("packages").toString());
        node.redirectErrorStream(true);
        Process process = node.start();
        try (var input = process.getOutputStream()) {
            input.write(new ObjectMapper()
                    .writeValueAsBytes(Map.of("secret", secret, "headers", call.headers(), "body", call.body())));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /** Whether this machine can run that other language. */
    public static boolean isAnotherLanguageHere() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path receiver() {
        try {
            return Path.of(Objects.requireNonNull(Signatures.class.getResource("/webhook-receiver"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
