import java.io.FileNotFoundException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
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
            CountDownLatch cancelled = new CountDownLatch(1);
            weather.forecast("Oslo").subscribe(new Taking(2, cancelled));
            cancelled.await();
        }
    }

    /** Asks for some elements, then cancels. */
    static final class Taking implements Flow.Subscriber<Integer> {
        private final CountDownLatch cancelled;
        private int left;
        private Flow.Subscription subscription;

        Taking(int most, CountDownLatch cancelled) {
            left = most;
            this.cancelled = cancelled;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(left);
        }

        @Override
        public void onNext(Integer element) {
            System.out.println("next " + element);
            if (--left == 0) {
                System.out.println("cancelled");
                subscription.cancel();
                cancelled.countDown();
            }
        }

        @Override
        public void onError(Throwable failure) {
            System.out.println("failed " + failure);
        }

        @Override
        public void onComplete() {
            System.out.println("complete");
        }
    }
}
