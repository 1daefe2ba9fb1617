using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

/// <summary>The matrix of six roles and eleven actions, asked of the use case and of the API; what has a use case today is tried as well.</summary>
public sealed class MatrixTests(Staff staff) : IClassFixture<Staff>
{
    static readonly string[][] Matrix =
    [
        ["invoice.create", "yes", "yes", "no", "yes", "draft", "no"],
        ["invoice.update", "yes", "yes", "no", "own", "draft", "no"],
        ["invoice.delete", "yes", "yes", "no", "no", "no", "no"],
        ["invoice.void", "yes", "yes", "yes", "yes", "no", "no"],
        ["invoice.send", "yes", "yes", "no", "yes", "no", "no"],
        ["payment.create", "yes", "yes", "yes", "yes", "no", "no"],
        ["payment.refund", "yes", "yes", "yes", "no", "no", "no"],
        ["user.manage", "yes", "yes", "no", "no", "no", "no"],
        ["settings.manage", "yes", "yes", "no", "no", "no", "no"],
        ["report.view", "yes", "yes", "yes", "yes", "no", "yes"],
        ["billing.manage", "yes", "no", "no", "no", "no", "no"],
    ];

    public static TheoryData<string, string, string> Cells => [.. Matrix.SelectMany(row => Roles.BuiltIn.Select((role, at) => (row[0], role, row[at + 1])))];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task The_use_case_and_the_API_say_what_the_matrix_says(string action, string role, string cell)
    {
        var person = staff.People[role];
        var asked = await staff.Portal.Ask(staff.Company.Owner, new ExplainAccess(person, action));
        var answer = (await staff.Api.Get($"/api/access/explain?person={person}&permission={action}")).Body;

        Assert.Equal(Expected(cell), (asked.Allowed, asked.Because));
        Assert.Equal(asked.Allowed, answer.GetProperty("allowed").GetBoolean());
        // A draft is a permission of its own, which the two rows about making and editing invoices speak of.
        if (action is "invoice.create") Assert.Equal(cell is not "no", (await staff.As(role)).May("invoice.draft"));
    }

    [Theory]
    [InlineData(Roles.Owner, HttpStatusCode.OK)]
    [InlineData(Roles.Admin, HttpStatusCode.OK)]
    [InlineData(Roles.Accountant, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, HttpStatusCode.Forbidden)]
    [InlineData(Roles.TeamMember, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Viewer, HttpStatusCode.Forbidden)]
    public async Task Managing_people_is_refused_by_the_API_as_by_the_use_case(string role, HttpStatusCode status)
    {
        using var api = await ApiCaller.Of(staff.Portal, staff.Company, role);
        Assert.Equal(status, (await api.Get("/api/people")).Status);
        Assert.Equal(status is HttpStatusCode.OK ? null : "permission.missing", (await staff.Portal.As(await staff.As(role), d => d.Ask(new ListPeople(), TestContext.Current.CancellationToken))).Error?.Code);
    }

    [Theory]
    [InlineData(Roles.Owner, true)]
    [InlineData(Roles.Admin, true)]
    [InlineData(Roles.Accountant, true)]
    [InlineData(Roles.Manager, true)]
    [InlineData(Roles.TeamMember, false)]
    [InlineData(Roles.Viewer, false)]
    public async Task Who_may_void_credits_and_writes_off(string role, bool may)
    {
        var owner = staff.Company.Owner;
        var invoice = await staff.Portal.Send(owner, new IssueDraft(await staff.Portal.Send(owner, new CreateDraft(Drafts.Good))));
        Assert.Equal(may ? null : "permission.missing", await Try(new CreditInvoice(invoice, new(Guid.CreateVersion7()), new("x") { Amount = 1 })));
        Assert.Equal(may ? null : "permission.missing", await Try(new WriteOffInvoice(invoice, "x", 1)));
        Assert.Equal(may ? null : "permission.missing", await Try(new UndoWriteOff(invoice)));
        Assert.Equal(may ? "invoice.voided_too_late" : "permission.missing", await Try(new VoidInvoice(invoice, "x")));

        async Task<string?> Try<T>(ICommand<T> command) => (await staff.Portal.As(await staff.As(role), d => d.Send(command, TestContext.Current.CancellationToken))).Error?.Code;
    }

    [Fact]
    public async Task What_stands_in_the_way_is_named()
    {
        var (company, portal) = (staff.Company, staff.Portal);
        var role = await portal.Send(company.Owner, new SaveRole(null, "Small sales", [Roles.Manager], [], new(1000, 100)));
        var people = new People(portal, company);
        var person = await people.Join("maker", Roles.Viewer);
        await portal.Send(company.Owner, new ChangeRoles(person, [role.ToString()], null));
        Assert.Equal(AccessReason.AboveLimit, (await Ask("invoice.create", amount: 1001)).Because);
        Assert.Equal(AccessReason.AfterApproval, (await Ask("invoice.create", amount: 101)).Because);
        Assert.Equal([role.ToString(), Roles.Manager], (await Ask("invoice.create", amount: 99)).Roles);
        Assert.Equal(AccessReason.NotTheirs, (await Ask("invoice.update", owner: "usr_somebody")).Because);
        await portal.Send(company.Owner, new SuspendPerson(person, true));
        Assert.Equal(AccessReason.Suspended, (await Ask("invoice.create")).Because);
        Assert.Equal("permission.unknown", (await portal.As(company.Owner, d => d.Ask(new ExplainAccess(person, "invoice.eat"), TestContext.Current.CancellationToken))).Error!.Code);

        Task<ExplainAccess.View> Ask(string permission, string? owner = null, decimal? amount = null) => portal.Ask(company.Owner, new ExplainAccess(person, permission, owner, amount));
    }

    static (bool, AccessReason) Expected(string cell) => cell switch
    {
        "yes" => (true, AccessReason.RoleGivesIt),
        "own" => (true, AccessReason.OnlyOwn),
        _ => (false, AccessReason.NoRoleGivesIt),
    };
}
