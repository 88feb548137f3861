package io.bactrian.camel;

import io.bactrian.GatewaySettings;
import io.bactrian.component.sqlgroup.SqlGroupComponent;
import javax.sql.DataSource;
import org.apache.camel.main.RoutesCollector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Camel is given before it starts: the route files, and the component that the SQL store's routes stand on. */
@Configuration(proxyBeanMethods = false)
class CamelSetup {

    @Bean
    RouteFiles routeFiles(GatewaySettings settings) {
        return new RouteFiles(settings);
    }

    @Bean
    RoutesCollector routesCollector(ApplicationContext context, RouteFiles files) {
        return new RouteFilesCollector(context, files);
    }

    /** Camel finds a component by the name of its scheme. */
    @Bean("sql-group-component")
    @ConditionalOnExpression("{'embedded', 'postgres'}.contains('${sms.store:embedded}')")
    SqlGroupComponent sqlGroup(DataSource dataSource, GatewaySettings settings) {
        SqlGroupComponent component = new SqlGroupComponent();
        component.setDataSource(dataSource);
        component.setDirectory("file:" + settings.routesDir() + "/store/sql");
        return component;
    }
}
