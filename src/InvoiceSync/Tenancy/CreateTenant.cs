using System.Text.RegularExpressions;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>Makes a company. Slug is 3 to 40 of a-z, 0-9 and inner -, ASCII only and unique; it is part of every address.</summary>
[Requires("platform.manage")]
public sealed partial record CreateTenant(string Slug, string Name, TenantMode Mode, string Zone = "Europe/Bucharest") : ICommand<TenantId>
{
    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]\z", RegexOptions.NonBacktracking)]
    private static partial Regex Slugs();

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<CreateTenant, TenantId>
    {
        public async Task<TenantId> Handle(CreateTenant command, CancellationToken ct)
        {
            Rule.Require(Slugs().IsMatch(command.Slug), TenancyErrors.SlugInvalid);
            Rule.Require(!string.IsNullOrWhiteSpace(command.Name) && command.Name.Length <= 200, TenancyErrors.NameMissing);
            Rule.Require(!await db.Tenants.AnyAsync(t => t.Slug == command.Slug, ct), TenancyErrors.SlugTaken);
            var tenant = new Tenant
            {
                Id = time.New<TenantId>(),
                Slug = command.Slug,
                Name = command.Name.Trim(),
                Mode = command.Mode,
                Zone = command.Zone,
                CreatedAt = time.GetUtcNow(),
            };
            db.Add(tenant);
            return tenant.Id;
        }
    }
}
