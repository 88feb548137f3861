package io.bactrian.camel;

import io.bactrian.GatewaySettings;
import io.bactrian.camel.live.SpringBeans;
import io.bactrian.component.sqlgroup.SqlGroupComponent;
import io.bactrian.edits.EditCheck;
import io.bactrian.edits.RouteEdits;
import io.bactrian.edits.RouteFiles;
import javax.sql.DataSource;
import org.apache.camel.main.RoutesCollector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** What Camel is given before it starts: the route files, and the component that the SQL store's routes stand on. */
@Configuration(proxyBeanMethods = false)
class CamelSetup {

    @Bean
    RouteFiles routeFiles(GatewaySettings settings) {
        return new RouteFiles(settings);
    }

    @Bean
    EditCheck editCheck(
            GatewaySettings settings, ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment) {
        return RouteChecks.of(settings, environment::getProperty, new SpringBeans(beans));
    }

    @Bean
    RoutesCollector routesCollector(ApplicationContext context, RouteEdits edits) {
        return new RouteFilesCollector(context, edits);
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
