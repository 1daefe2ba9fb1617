using System.Text.RegularExpressions;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Calls every address there is, as strangers and as B, with everything that names a row of A.</summary>
[Collection(TwoCompaniesTests.Name)]
public sealed class EndpointRobotTests(TwoCompanies two)
{
    const string HomeOfA = "/t/canary-alfa";
    const string HomeOfB = "/t/bravo";
    const string Nowhere = "/t/no-such-company";

    [Fact]
    public async Task In_the_house_of_A_strangers_and_B_meet_closed_doors_that_look_like_those_of_a_company_that_is_not()
    {
        var ready = await two.Ready();
        var (canaries, findings) = (await Canaries.OfA(ready), new List<string>());
        (string Who, Robot Robot)[] visitors =
        [
            ("anonymous", Robot.Anonymous(ready.Portal)),
            ("B's session", await Robot.SignedIn(ready.Portal.Address, ready.B.Email)),
            ("B's key", Robot.WithKey(ready.Portal, ready.KeyOfB)),
        ];
        foreach (var endpoint in EndpointInventory.Of(ready.Portal.Services).Where(e => !IsWeather(e) && !IsFrontDoor(e)))
            foreach (var (who, robot) in visitors)
            {
                var sale = ready.SalesOfA[0].Id.ToString();
                var answer = await robot.Call(endpoint, HomeOfA, sale);
                var elsewhere = await robot.Call(endpoint, Nowhere, sale);
                if (!endpoint.IsAnonymous && !answer.IsClosedDoor && !IsFormWithoutToken(endpoint, answer) && !IsAboutThePerson(endpoint)) findings.Add($"{who} {endpoint}: {answer.Status}");
                if (answer.Status != elsewhere.Status || House(answer.Shown) != House(elsewhere.Shown)) findings.Add($"{who} {endpoint} tells a company that is from one that is not: {answer.Status} {elsewhere.Status} {Apart(House(answer.Shown), House(elsewhere.Shown))}");
                findings.AddRange(canaries.Where(c => House(answer.Text).Contains(c, StringComparison.OrdinalIgnoreCase)).Select(c => $"{who} {endpoint} shows {c}"));
            }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task In_the_house_of_B_names_of_A_are_answered_like_names_nobody_has()
    {
        var ready = await two.Ready();
        var (canaries, findings) = (await Canaries.OfA(ready), new List<string>());
        var names = await NamesOf.Rows(ready, ready.A);
        var tables = TenantTables.Names(ready.Portal.Services);
        var before = await TenantTables.Hashes(ready.Database, tables, ready.A.Id);
        (string Who, Robot Robot)[] visitors = [("B's session", await Robot.SignedIn(ready.Portal.Address, ready.B.Email)), ("B's key", Robot.WithKey(ready.Portal, ready.KeyOfB))];
        foreach (var endpoint in EndpointInventory.Of(ready.Portal.Services).Where(e => !LeavesTheHouse(e) && !IsWeather(e) && !TellsOfItself(e)))
            foreach (var (who, robot) in visitors)
                foreach (var (kind, name) in names.Where(n => Means(endpoint, n.Key)))
                {
                    var answer = await robot.Call(endpoint, HomeOfB, name.ToString()!);
                    var nobodys = await robot.Call(endpoint, HomeOfB, NamesOf.Nobody(new Dictionary<string, object> { [kind] = name })[kind].ToString()!);
                    if (answer.Status != nobodys.Status || House(answer.Shown) != House(nobodys.Shown)) findings.Add($"{who} {endpoint} with {kind}: {answer.Status} {nobodys.Status} {Apart(House(answer.Shown), House(nobodys.Shown))}");
                    if (endpoint.Pattern.Contains('{', StringComparison.Ordinal) && (int)answer.Status is < 300 or >= 500) findings.Add($"{who} {endpoint} with {kind}: {answer.Status}");
                    findings.AddRange(canaries.Where(c => answer.Text.Contains(c, StringComparison.OrdinalIgnoreCase)).Select(c => $"{who} {endpoint} shows {c}"));
                }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(40)));
        Assert.Equal(before, await TenantTables.Hashes(ready.Database, tables, ready.A.Id));
    }

    [Fact]
    public async Task The_same_robot_as_A_finds_canaries_so_that_finding_none_means_something()
    {
        var ready = await two.Ready();
        var canaries = await Canaries.OfA(ready);
        var robot = await Robot.SignedIn(ready.Portal.Address, ready.A.Email);
        var found = new HashSet<string>();
        foreach (var endpoint in EndpointInventory.Of(ready.Portal.Services).Where(e => e.IsPage && e.Pattern.StartsWith("/sales", StringComparison.Ordinal) && e.Method == "GET"))
        {
            var answer = await robot.Call(endpoint, HomeOfA, ready.SalesOfA[0].Id.ToString());
            found.UnionWith(canaries.Where(c => answer.Text.Contains(c, StringComparison.OrdinalIgnoreCase)));
        }

        Assert.NotEmpty(found);
    }

    // A path is tried with every kind of name. Where only query and body can name something, with the kinds these ask for, and a page's form,
    // turned away before anybody reads it, with one.
    static bool Means(EndpointInventory.Entry endpoint, string kind) =>
        endpoint is { IsPage: true, Method: "POST" } ? kind == nameof(SaleId)
        : endpoint.Pattern.Contains('{', StringComparison.Ordinal)
        || kind is nameof(SaleId) or nameof(InvoiceId) or nameof(CustomerId) or nameof(TenantId) or nameof(UserId) or "ObjectId" or "State" or "MessageId" or Messages.Draft;

    // A signed-in person's own pages, the same in every house, and the script's own addresses, which name nothing.
    static bool IsAboutThePerson(EndpointInventory.Entry endpoint) =>
        endpoint.Pattern is "/account" or "/account/proved" or "/choose" || endpoint.Pattern.StartsWith("/_", StringComparison.Ordinal) || endpoint.Pattern.StartsWith("/{**", StringComparison.Ordinal);

    // Goes to ANAF with a state of its own, which is never the same twice.
    static bool LeavesTheHouse(EndpointInventory.Entry endpoint) => endpoint.Pattern is "/anaf/authorize";

    // A page's form without its forgery token is turned away before anybody asks who sent it.
    static bool IsFormWithoutToken(EndpointInventory.Entry endpoint, Robot.Answer answer) =>
        endpoint is { IsPage: true, Method: "POST" } && answer.Status == System.Net.HttpStatusCode.BadRequest;

    // A company's sign-in page shows its own providers to whoever knows its address; it is meant to.
    static bool IsFrontDoor(EndpointInventory.Entry endpoint) => endpoint.Pattern.StartsWith("/sign-in", StringComparison.Ordinal);

    // Reading the log is logged, so no two readings of it are the same.
    static bool TellsOfItself(EndpointInventory.Entry endpoint) => endpoint.Pattern == "/activity" || endpoint.Pattern.Contains("/audit/", StringComparison.Ordinal);

    // How the machine is: measured anew at each call, and the same for everybody.
    static bool IsWeather(EndpointInventory.Entry endpoint) => endpoint.Pattern.StartsWith("/health", StringComparison.Ordinal);

    // A refusal at the sign-in of others carries a number to look it up by, another one each time.
    static string House(string text) => Regex.Replace(text, @"refused\?id=[0-9A-Za-z%]+", "refused").Replace("canary-alfa", "HOUSE", StringComparison.Ordinal).Replace("no-such-company", "HOUSE", StringComparison.Ordinal);

    static string Apart(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return $"…{one[Math.Max(0, at - 40)..Math.Min(one.Length, at + 60)]}… / …{other[Math.Max(0, at - 40)..Math.Min(other.Length, at + 60)]}…";
    }
}
