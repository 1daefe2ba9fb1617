using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Benchmarks.Filing;

/// <summary>A practice company with sales that nobody has heard of yet.</summary>
static class FilingCompany
{
    public static async Task<Caller> Make(ScopedDispatch dispatch, PracticeProcess world, int number, int sales)
    {
        var (slug, cui) = ($"filing-{number}", Cui(number));
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        var company = Caller.System((await dispatch.As(setUp, d => d.Send(new CreateTenant(slug, slug, TenantMode.Practice)))).OrThrow(), "bench");
        var account = await world.Post("accounts", new { account = slug });
        var tokens = await world.Post("anaf/tokens", new { cifs = new[] { cui } });
        await Send(new SaveCompanyProfile(new($"{slug} SRL", cui, true, "J12/1/2020", new("Strada Principala 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), null, null, null, null)));
        await Send(new ConnectStripe(account.GetProperty("restricted_key").GetString()!, null, "21"));
        await Send(new ConnectAnaf("practice-client", "practice-secret", UseTest: false));
        await Send(new SaveConnection("anaf", true, null, new Dictionary<string, string>
        {
            ["access_token"] = tokens.GetProperty("access_token").GetString()!,
            ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
        }));
        await Send(new TestStripe());
        await world.Post("sales", new { account = slug, kind = "company", count = sales });
        return company;

        async Task Send<T>(ICommand<T> command) => (await dispatch.As(company, d => d.Send(command))).OrThrow();
    }

    // Digits before the last weigh 7 5 3 2 1 7 5 3 2 from the right; the sum times ten, modulo eleven, is the check digit.
    static string Cui(int number)
    {
        var digits = (8_000_000 + number).ToString(CultureInfo.InvariantCulture);
        int[] weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        return $"{digits}{digits.Select((d, at) => (d - '0') * weights[weights.Length - digits.Length + at]).Sum() * 10 % 11 % 10}";
    }
}
