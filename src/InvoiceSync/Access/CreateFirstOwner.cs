using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>First run: makes the first person and the first tenant. Refused for ever once anybody exists.</summary>
[Anonymous]
public sealed record CreateFirstOwner(string Email, string Name, string Password, string TenantName, string Slug, TenantMode Mode) : ICommand<TenantId>;

/// <summary>Whether this installation has nobody yet and the set-up page should show.</summary>
[Anonymous]
public sealed record IsFirstRun : IQuery<bool>;
