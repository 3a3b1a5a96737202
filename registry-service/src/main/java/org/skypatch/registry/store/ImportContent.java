package org.skypatch.registry.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The file of an import, read part by part. */
final class ImportContent extends InputStream {

    private final DataSource database;
    private final UUID id;
    private InputStream part = InputStream.nullInputStream();
    private int next;
    private boolean isAtEnd;

    ImportContent(DataSource database, UUID id) {
        this.database = database;
        this.id = id;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = part.read(bytes, from, length);
        while (read < 0 && !isAtEnd) {
            load();
            read = part.read(bytes, from, length);
        }
        return read;
    }

    private void load() throws IOException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select bytes from sheet_import_part where import = ? and part = ?")) {
            statement.setObject(1, id);
            statement.setInt(2, next++);
            try (var row = statement.executeQuery()) {
                isAtEnd = !row.next();
                part = isAtEnd ? InputStream.nullInputStream() : new ByteArrayInputStream(row.getBytes(1));
            }
        } catch (SQLException e) {
            throw new IOException("the file of an import cannot be reached", e);
        }
    }
}
