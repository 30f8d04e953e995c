package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Duration;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import javax.swing.WindowConstants;

/** A window whose button counts down. The coroutine runs on Swing's own thread and does not hold it up while it waits. */
public final class Countdown {

    final JButton start = new JButton("start");
    final JLabel shown = new JLabel("press start", SwingConstants.CENTER);

    Countdown(EventLoop loop) {
        start.addActionListener(pressed -> loop.createTask(count(3)));
    }

    public static void main(String[] args) {
        EventQueue.invokeLater(() -> {
            EventLoop loop = EventLoop.borrowed(EventQueue::invokeLater);
            new Countdown(loop).window(loop).setVisible(true);
        });
    }

    @Coroutine
    Async<Void> count(int from) {
        start.setEnabled(false);
        try {
            for (int left = from; left > 0; left--) {
                shown.setText(Integer.toString(left));
                await(sleep(Duration.ofSeconds(1)));
            }
            shown.setText("lift-off");
        } finally {
            start.setEnabled(true);
        }
        return done();
    }

    private JFrame window(EventLoop loop) {
        JFrame window = new JFrame("Countdown");
        window.add(shown, BorderLayout.CENTER);
        window.add(start, BorderLayout.SOUTH);
        window.setSize(240, 120);
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent closed) {
                loop.close();
            }
        });
        return window;
    }
}
