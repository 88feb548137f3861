# Stage one compiles and takes the jar apart; of it, only the layers are kept.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml application.yaml ./
COPY src src
# Format and tests are the business of `mvn verify`, which has run before anybody builds an image.
RUN mvn -B -Dmaven.test.skip=true -Dcodegen.skip=true -Dspotless.check.skip=true package \
    && java -Djarmode=tools -jar target/bactrian.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /app
# The data folder belongs to the user of the gateway also where Docker makes the volume.
RUN groupadd --system --gid 10001 bactrian \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin bactrian \
    && install -d -m 700 -o bactrian -g bactrian data
# What changes seldom comes first, so that a new version of ours is a few megabytes to pull.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY application.yaml ./
COPY routes routes
USER 10001:10001
# All that is ever written, but for /tmp: the rest can be read-only.
VOLUME /app/data
EXPOSE 8080

# The image has no curl and no wget, but bash, which speaks TCP. Ready and not up: while the store is away, webhooks are
# still kept, and whoever restarts an unhealthy container would lose them.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} \
     && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 \
     && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]

# Three quarters of the container's memory for the heap; out of memory, it ends, and is started again by whoever runs it.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "bactrian.jar"]
