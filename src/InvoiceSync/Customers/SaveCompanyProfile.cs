using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Saves our own company. Refused with the field named when the CUI, county, sector or a length is wrong.</summary>
[Requires("settings.manage")]
public sealed record SaveCompanyProfile(Seller Seller) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveCompanyProfile, Done>
    {
        public async Task<Done> Handle(SaveCompanyProfile command, CancellationToken ct)
        {
            var check = SellerCheck.Of(command.Seller);
            if (check.Errors is [var first, ..]) throw new RuleBrokenException(first);

            var profile = await db.CompanyProfiles.SingleOrDefaultAsync(ct);
            if (profile is null) db.Add(new CompanyProfile { Seller = check.Seller });
            else profile.Seller = check.Seller;
            return default;
        }
    }
}
