using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.SmartBill;

public sealed class SmartBillPaceTests
{
    readonly TestClock clock = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_stands_in_one_line_another_token_of_the_same_address_in_its_own_and_no_line_names_them()
    {
        var line = new FakeCallLine(clock);
        var pace = new SmartBillPace(line, clock);
        string[] logins = [Login("token-1"), Login("token-1"), Login("token-2")];
        foreach (var login in logins) Assert.Null(await pace.Turn(login, Ct));
        Assert.Equal(line.Lines[0], line.Lines[1]);
        Assert.NotEqual(line.Lines[0], line.Lines[2]);
        Assert.All(line.Lines, name => Assert.DoesNotContain(logins, login => name.Contains(login, StringComparison.OrdinalIgnoreCase)));
        Assert.All(line.Lines, name => Assert.InRange(name.Length, 1, 100));
    }

    [Fact]
    public async Task A_long_wait_is_told_at_once_and_a_block_is_waited_out()
    {
        var pace = new SmartBillPace(new FakeCallLine(clock), clock);
        await pace.Block("a", TimeSpan.FromMinutes(10), Ct);
        clock.Pass(TimeSpan.FromMinutes(9));
        Assert.Equal(TimeSpan.FromMinutes(1), await pace.Turn("a", Ct));
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await pace.Turn("a", Ct));
    }

    [Fact]
    public async Task A_short_wait_is_waited_and_then_it_is_its_turn()
    {
        var line = new FakeCallLine { Moments = 2 };
        Assert.Null(await new SmartBillPace(line, TimeProvider.System).Turn("a", Ct));
        Assert.Equal(3, line.Lines.Count);
    }

    static string Login(string token)
    {
        var account = new FiscalAccount(Some.Tenant, new("http://127.0.0.1"), true, "1234567897", token) { Settings = new Dictionary<string, string> { ["email"] = "ana@firm.example" } };
        return account.Login.Parameter!;
    }
}
