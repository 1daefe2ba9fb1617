using System.Reflection;

namespace InvoiceSync.Tests.Architecture;

/// <summary>Who may know whom, read from compiled IL so that prose cannot drift.</summary>
public sealed class HouseTests
{
    static readonly Assembly BusinessAssembly = Assembly.Load("InvoiceSync");
    static readonly Assembly ConnectorsAssembly = Assembly.Load("InvoiceSync.Connectors");
    static readonly Assembly SandboxAssembly = Assembly.Load("InvoiceSync.Sandbox");

    static readonly Assembly[] House =
    [
        BusinessAssembly, ConnectorsAssembly, Assembly.Load("InvoiceSync.Web"), Assembly.Load("InvoiceSync.Cli"),
        Assembly.Load("InvoiceSync.PostgreSql"), Assembly.Load("InvoiceSync.SqlServer"),
    ];

    static readonly Chapters Business = new(BusinessAssembly, "InvoiceSync", open: "Kernel");
    static readonly Chapters Connectors = new(ConnectorsAssembly, "InvoiceSync.Connectors");

    [Fact]
    public void Everyone_enters_a_module_by_its_front_door() =>
        Verdict.NoneOf(Business.Windows(House.SelectMany(assembly => assembly.GetTypes())));

    [Fact]
    public void The_kernel_imports_no_module() =>
        Verdict.NoneOf(Business.Neighbours(Business.Types.Where(type => Business.Of(type) == "Kernel")));

    [Fact]
    public void No_connector_knows_another() =>
        Verdict.NoneOf(Connectors.Neighbours(Connectors.Types));

    [Fact]
    public void The_business_knows_no_web_no_vendor_and_no_database_engine() =>
        Verdict.NoneOf(Foreign(BusinessAssembly, name =>
            name.StartsWith("InvoiceSync.", StringComparison.Ordinal) || IsWeb(name) || IsEngine(name)));

    [Fact]
    public void The_connectors_know_the_business_and_neither_web_nor_database_engine() =>
        Verdict.NoneOf(Foreign(ConnectorsAssembly, name =>
            name.StartsWith("InvoiceSync.", StringComparison.Ordinal) || IsWeb(name) || IsEngine(name)));

    [Fact]
    public void The_sandbox_knows_nothing_of_ours() =>
        Verdict.NoneOf(Foreign(SandboxAssembly, name => name.StartsWith("InvoiceSync", StringComparison.Ordinal)));

    [Fact]
    public void The_client_knows_nothing_of_ours_and_needs_no_package() =>
        Verdict.NoneOf(Foreign(Assembly.Load("InvoiceSync.Client"), name => !name.StartsWith("System.", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("Npgsql.EntityFrameworkCore.PostgreSQL")]
    [InlineData("Microsoft.Data.SqlClient")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer")]
    public void The_reader_of_references_recognizes_what_is_foreign(string name) => Assert.True(IsWeb(name) || IsEngine(name));

    [Fact]
    public void The_reader_of_references_sees_the_web_where_it_is() =>
        Assert.NotEmpty(Foreign(SandboxAssembly, IsWeb));

    static IEnumerable<string> Foreign(Assembly assembly, Func<string, bool> isForeign) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(isForeign);

    // The Identity store for Entity Framework has the prefix in its name and no web in it.
    static bool IsWeb(string name) =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && name != "Microsoft.AspNetCore.Identity.EntityFrameworkCore";

    static bool IsEngine(string name) =>
        name.StartsWith("Npgsql", StringComparison.Ordinal)
        || name is "Microsoft.Data.SqlClient" or "Microsoft.EntityFrameworkCore.SqlServer";
}
