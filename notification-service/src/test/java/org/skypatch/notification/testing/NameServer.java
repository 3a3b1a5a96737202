package org.skypatch.notification.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A name server of the test's own (RFC 1035, over UDP): whatever name is asked for, it answers as it is told. */
public final class NameServer implements AutoCloseable {

    private static final int A = 1;
    private static final int AAAA = 28;

    private final DatagramSocket socket;
    private final IntFunction<List<byte[]>> answers;
    private final AtomicInteger asked = new AtomicInteger();
    private final Thread thread = Thread.ofVirtual().unstarted(this::serve);

    /**
     * @param answers the addresses, of 4 or 16 bytes, by how many IPv4 questions there were before; none if the name is unknown
     */
    public NameServer(IntFunction<List<byte[]>> answers) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        this.answers = answers;
        thread.start();
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** How many questions for IPv4 addresses there were. */
    public int asked() {
        return asked.get();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(buffer);
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        int end = 12;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        int type = (question[end + 1] & 0xff) << 8 | question[end + 2] & 0xff;
        end += 5;
        int earlier = type == A ? asked.getAndIncrement() : Math.max(0, asked.get() - 1);
        List<byte[]> all = answers.apply(earlier);
        List<byte[]> fitting = all.stream()
                .filter(address -> type == (address.length == 4 ? A : AAAA))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(all.isEmpty() ? 0x8183 : 0x8180); // unknown name, or no error
        out.writeShort(1);
        out.writeShort(fitting.size());
        out.writeInt(0);
        out.write(question, 12, end - 12);
        for (byte[] address : fitting) {
            out.writeShort(0xc00c);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(0); // a time to live of nothing
            out.writeShort(address.length);
            out.write(address);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
