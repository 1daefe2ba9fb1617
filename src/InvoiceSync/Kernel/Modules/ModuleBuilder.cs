using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Kernel.Modules;

public enum JobScope
{
    Once,
    EachTenant,
}

/// <summary>A command with a clock: name module.verb-noun, Quartz cron in UTC, once or in the name of each tenant.</summary>
public sealed record ScheduledCommand(string Name, Type Command, string Cron, JobScope Scope);

/// <summary>What a module tells at start-up: its neighbours, its timetables, its services.</summary>
public sealed class ModuleBuilder(IServiceCollection services)
{
    public IServiceCollection Services => services;

    public HashSet<Type> Neighbours { get; } = [];

    public List<ScheduledCommand> Timetable { get; } = [];

    public ModuleBuilder Uses<TModule>() where TModule : IModule
    {
        Neighbours.Add(typeof(TModule));
        return this;
    }

    public ModuleBuilder Runs<TCommand>(string name, string cron, JobScope scope) where TCommand : ICommand<Done>, new()
    {
        Timetable.Add(new(name, typeof(TCommand), cron, scope));
        return this;
    }
}
