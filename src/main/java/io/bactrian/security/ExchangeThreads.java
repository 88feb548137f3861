package io.bactrian.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;

/**
 * The threads on which routes serve HTTP. Camel takes an executor of this very type before any other; it hands on who is
 * calling. A call that waits holds its thread, so there are many, and what comes when all are busy and the queue is
 * full is told to come again (503) rather than kept without end.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeThreads {

    @Bean
    ThreadPoolTaskExecutor exchangePool(
            @Value("${sms.http.threads:200}") int threads, @Value("${sms.http.queue:1000}") int queue) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix("http-exchange-");
        pool.setCorePoolSize(threads);
        pool.setMaxPoolSize(threads);
        pool.setAllowCoreThreadTimeOut(true);
        pool.setQueueCapacity(queue);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        return pool;
    }

    @Bean
    DelegatingSecurityContextAsyncTaskExecutor exchangeExecutor(ThreadPoolTaskExecutor exchangePool) {
        return new DelegatingSecurityContextAsyncTaskExecutor(exchangePool);
    }
}
