using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>A real company, to the portal, that is connected with both providers and files by one of them.</summary>
sealed record StormCompany(Caller Caller, string Cui, string Place)
{
    public const string Anaf = "anaf", SmartBill = "smartbill";

    public string OtherPlace => Place == Anaf ? SmartBill : Anaf;

    public static async Task<StormCompany> Make(FilingWorld world, int seed, string place)
    {
        var cui = CuiOf(seed);
        var tenant = await world.Send(new Caller(null, "set-up", new HashSet<string> { "platform.manage" }), new CreateTenant($"storm-{seed}", $"Storm {seed}", TenantMode.Real));
        var caller = Caller.System(tenant, "test");
        await world.Send(caller, new SaveCompanyProfile(new(
            $"Storm {seed} SRL", cui, true, "J12/1/2020", new("Strada Principala 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), null, null, null, null)));
        await world.Send(caller, new ConnectAnaf("practice-client", "practice-secret", UseTest: false));
        var tokens = await world.Practice.Post("anaf/tokens", new { cifs = new[] { cui } });
        await world.Send(caller, new SaveConnection(Anaf, true, null, new Dictionary<string, string>
        {
            ["access_token"] = tokens.GetProperty("access_token").GetString()!,
            ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
        }));
        var taxes = new Dictionary<string, string> { [TaxKey.Of(VatCategory.S, 21)] = "Normala" };
        await world.Send(caller, new ConnectSmartBill($"storm-{seed}@smartbill.example", "practice-token", Series: "FCT", Taxes: taxes));
        await world.Send(caller, new ChooseProvider(place));
        return new(caller, cui, place);
    }

    // Digits before the last weigh 7 5 3 2 1 7 5 3 2 from the right; the sum times ten, modulo eleven, is the check digit.
    static string CuiOf(int seed)
    {
        var digits = (7_000_000 + seed).ToString(CultureInfo.InvariantCulture);
        int[] weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        return $"{digits}{digits.Select((d, at) => (d - '0') * weights[weights.Length - digits.Length + at]).Sum() * 10 % 11 % 10}";
    }
}
