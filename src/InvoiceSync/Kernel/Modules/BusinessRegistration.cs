using System.Reflection;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Kernel.Modules;

public static class BusinessRegistration
{
    /// <summary>Adds every module of the business. The host adds a dialect, a caller source, connectors and, where it wants jobs, the runner.</summary>
    public static IServiceCollection AddInvoiceSync(this IServiceCollection services)
    {
        var types = typeof(IModule).Assembly.GetTypes();
        var table = new HandlerTable(types);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new WorkOptions());
        services.AddSingleton(table).AddSingleton(new EventRouter(types)).AddSingleton<WorkDelivery>();
        services.AddSingleton<ScopedDispatch>().AddSingleton<PlatformScope>().AddSingleton<DatabaseFactory>().AddSingleton<Enqueuer>();
        services.AddScoped<CallerHolder>().AddScoped<UnitOfWork>().AddScoped<IDispatcher, Dispatcher>().AddScoped(Database);
        services.TryAddScoped<ICallerSource, AmbientCaller>();
        foreach (var entry in table.Entries) services.AddTransient(entry.Contract, entry.Handler);
        foreach (var step in types.Where(t => t.IsClass && typeof(ISavingStep).IsAssignableFrom(t))) services.AddScoped(typeof(ISavingStep), step);

        var modules = types.Where(t => t.IsClass && typeof(IModule).IsAssignableFrom(t));
        return services.AddSingleton<IReadOnlyList<ScheduledCommand>>([.. modules.SelectMany(m => Register(m, services))]);
    }

    /// <summary>Makes this process do background work.</summary>
    public static IServiceCollection AddWorkRunner(this IServiceCollection services) => services.AddHostedService<WorkRunner>();

    static List<ScheduledCommand> Register(Type module, IServiceCollection services)
    {
        var builder = new ModuleBuilder(services);
        module.GetMethod(nameof(IModule.Register), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [builder]);
        return builder.Timetable;
    }

    static InvoiceSyncDb Database(IServiceProvider services)
    {
        var holder = services.GetRequiredService<CallerHolder>();
        var scope = holder.IsPlatform ? DbScope.Platform : new DbScope(holder.Caller.TenantOrNone, false);
        return services.GetRequiredService<DatabaseFactory>().Open(scope);
    }
}
