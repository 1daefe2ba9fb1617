using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>A practice company made through the same commands a person would send: people, profile, both connections, a webhook endpoint.</summary>
public sealed record Company(TenantId Id, string Slug, Caller Machine, Caller Owner, Caller Viewer, string Email)
{
    public const string Password = "correct horse battery";
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });
    static int made;

    public static async Task<Company> Create(PortalUnderTest portal, string slug, bool hooked = true)
    {
        var tenant = await portal.Send(SetUp, new CreateTenant(slug, $"Company {slug}", TenantMode.Practice));
        var owner = await portal.Send(SetUp, new AddPerson($"owner@{slug}.example", $"Owner of {slug}", Password, tenant, Roles.Owner));
        var viewer = await portal.Send(SetUp, new AddPerson($"viewer@{slug}.example", $"Viewer of {slug}", Password, tenant, Roles.Viewer));
        var company = new Company(
            tenant, slug, Caller.System(tenant, "test"), new(tenant, owner.ToString(), Roles.Of(Roles.Owner)), new(tenant, viewer.ToString(), Roles.Of(Roles.Viewer)), $"owner@{slug}.example");
        await company.Connect(portal, NewCui(), hooked);
        return company;
    }

    /// <summary>Connects the practice SmartBill, with the names it suggests for our taxes, and files there from now on.</summary>
    public async Task FileBySmartBill(PortalUnderTest portal)
    {
        await portal.Send(Owner, new ConnectSmartBill($"{Slug}@smartbill.example", "practice-token", Series: "FCT"));
        var books = await portal.Send(Owner, new ReadBooks());
        await portal.Send(Owner, new ConnectSmartBill($"{Slug}@smartbill.example", null, Series: "FCT", Taxes: books.Suggested));
        await portal.Send(Owner, new ChooseProvider("smartbill"));
    }

    // Digits before the last weigh 7 5 3 2 1 7 5 3 2 from the right; the sum times ten, modulo eleven, is the check digit.
    static string NewCui()
    {
        var digits = (3_000_000 + Interlocked.Increment(ref made)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        int[] weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        var sum = digits.Select((d, at) => (d - '0') * weights[weights.Length - digits.Length + at]).Sum();
        return $"{digits}{sum * 10 % 11 % 10}";
    }

    async Task Connect(PortalUnderTest portal, string cui, bool hooked)
    {
        await portal.Send(Owner, new SaveCompanyProfile(new(
            $"Company {Slug} SRL", cui, true, "J12/1/2020", new("Strada Principala 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), null, null, null, null)));
        var account = await portal.Practice.Post("accounts", new { account = Slug });
        var key = account.GetProperty("restricted_key").GetString()!;
        await portal.Send(Owner, new ConnectStripe(key, null, "21"));
        await portal.Send(Owner, new ConnectAnaf("practice-client", "practice-secret", UseTest: false));
        var tokens = await portal.Practice.Post("anaf/tokens", new { cifs = new[] { cui } });
        await portal.Send(Owner, new SaveConnection("anaf", true, null, new Dictionary<string, string>
        {
            ["access_token"] = tokens.GetProperty("access_token").GetString()!,
            ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
        }));
        await portal.Send(Owner, new TestStripe());
        if (hooked) await portal.Send(Owner, new ConnectStripe(null, [await Endpoint(portal, key)]));
    }

    async Task<string> Endpoint(PortalUnderTest portal, string key)
    {
        var hook = (await portal.Ask(Owner, new GetConnections())).Single(c => c.Provider == "stripe").HookPath!;
        return await StripeEndpoint.Open(portal.World.Address, key, new Uri(portal.Address, hook), TestContext.Current.CancellationToken);
    }
}
