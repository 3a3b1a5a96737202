package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.problem.RegistryProblem;
import org.skypatch.registry.seal.PublishedKey;
import org.skypatch.registry.seal.Seals;

/** The keys by which signed codes are checked, for whoever holds a paper. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

    private final Seals seals;
    private final Writer writer;

    KeyResource(Seals seals, Writer writer) {
        this.seals = seals;
        this.writer = writer;
    }

    /** A JSON Web Key Set (RFC 7517). */
    public record KeySet(List<Key> keys) {}

    /**
     * A JSON Web Key (RFC 8037).
     *
     * @param administration whose key it is
     * @param notAfter when the next one took its place; what it signed before still holds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(
            String kty,
            String crv,
            String x,
            String kid,
            String use,
            String alg,
            String administration,
            Instant notBefore,
            @Nullable Instant notAfter) {

        static Key of(PublishedKey key) {
            return new Key(
                    "OKP",
                    "Ed25519",
                    key.x(),
                    key.id(),
                    "sig",
                    "EdDSA",
                    key.owner().value(),
                    key.from(),
                    key.until());
        }
    }

    /** Who may call: everybody; public halves are public, and papers are checked by people without an account. */
    @GET
    @PermitAll
    @RunOnVirtualThread
    @Operation(summary = "All keys that ever signed a code, as a JSON Web Key Set")
    public KeySet published() {
        return new KeySet(seals.published().stream().map(Key::of).toList());
    }

    /** Who may call: an admin, or an authority of the administration itself. */
    @POST
    @Path("/{administration}/rotate")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Makes a new key for an administration; the old one stays published and signs nothing more")
    public Key rotate(@PathParam("administration") String administration) {
        AdministrationId owner =
                Texts.inPath(administration, AdministrationId::of).orElseThrow(Answers::notFound);
        Caller caller = writer.caller();
        if (!caller.has(Role.ADMIN) && !caller.administration().equals(owner)) {
            throw new ForbiddenException("only an admin or the administration itself may change its key");
        }
        if (!seals.canSeal()) {
            throw new ProblemException(
                    RegistryProblem.NOTHING_SEALED, "this installation has no key under which seals may be kept");
        }
        return Key.of(seals.rotate(owner));
    }
}
