import java.io.FileNotFoundException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import weather.Weather;
import weather.WeatherBlocking;
import weather.WeatherFutures;

class Client {
    public static void main(String[] args) throws Exception {
        try (WeatherBlocking weather = new WeatherBlocking(new Weather())) {
            System.out.println(weather.degrees("Rome"));
            try {
                weather.degrees("");
            } catch (FileNotFoundException e) {
                System.out.println(e.getMessage());
            }
            try (Stream<Integer> forecast = weather.forecast("Oslo")) {
                System.out.println(forecast.limit(3).toList());
            }
        }
        try (WeatherFutures weather = new WeatherFutures(new Weather())) {
            System.out.println(weather.degrees("Rome")
                    .thenCombine(weather.degrees("Bergen"), Integer::sum)
                    .get());
            try {
                weather.degrees("").get();
            } catch (ExecutionException e) {
                System.out.println(e.getCause().getMessage());
            }
            LinkedBlockingQueue<String> signals = new LinkedBlockingQueue<>();
            weather.forecast("Oslo").subscribe(new Taking(2, signals));
            for (int i = 0; i < 3; i++) {
                System.out.println(signals.take());
            }
        }
    }

    /** Asks for some elements, then cancels. */
    record Taking(int most, LinkedBlockingQueue<String> signals, Flow.Subscription[] subscription, int[] taken)
            implements Flow.Subscriber<Integer> {
        Taking(int most, LinkedBlockingQueue<String> signals) {
            this(most, signals, new Flow.Subscription[1], new int[1]);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription[0] = given;
            given.request(most);
        }

        @Override
        public void onNext(Integer element) {
            signals.add("next " + element);
            if (++taken[0] == most) {
                subscription[0].cancel();
                signals.add("cancelled");
            }
        }

        @Override
        public void onError(Throwable failure) {
            signals.add("failed " + failure);
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
