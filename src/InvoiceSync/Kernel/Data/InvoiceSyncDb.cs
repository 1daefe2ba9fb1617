using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Kernel.Data;

/// <summary>The one database. Modules map their tables from their back rooms, so nobody can reach another's through here.</summary>
public sealed class InvoiceSyncDb(DbContextOptions<InvoiceSyncDb> options, DbScope scope, IDialect dialect) : DbContext(options)
{
    public DbScope Scope => scope;

    public IDialect Dialect => dialect;

    /// <summary>What to put into the work queue and to tell other nodes when this unit of work commits.</summary>
    internal PendingWork Pending { get; } = new();

    /// <summary>Puts an act into the audit log with this unit of work, be it a command or a question.</summary>
    internal void Note(Act act) => Pending.Acts.Add(act);

    // Read by the tenant filter at query time; a scope without tenant compares with a key no tenant has.
    internal TenantId FilterTenant => scope.Tenant ?? default;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in TypedIdConverter.IdTypes())
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3).AreFixedLength().AreUnicode(false);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
        configurationBuilder.Properties<string>().HaveMaxLength(255);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InvoiceSyncDb).Assembly);
        if (!scope.IsPlatform) TenantFilter.Apply(modelBuilder, this);
        ModelNames.Apply(modelBuilder, dialect);
    }
}
