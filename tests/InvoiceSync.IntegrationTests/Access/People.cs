using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

/// <summary>People of a company under test, and the refusal of what they try.</summary>
sealed class People(PortalUnderTest portal, Company company)
{
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

    public async Task<UserId> Join(string name, string role) =>
        await portal.Send(SetUp, new AddPerson($"{name}@{company.Slug}.example", name, Company.Password, company.Id, role));

    /// <summary>The caller a person is at this moment, with whatever their roles give.</summary>
    public async Task<Caller> As(UserId person)
    {
        var reading = new Caller(company.Id, person.ToString(), new HashSet<string> { "access.read" });
        var grant = await portal.Ask(reading, new WhatMay(person));
        return grant is null ? Caller.Nobody : new(company.Id, person.ToString(), grant.Permissions) { Limits = grant.Limits, Team = grant.Team };
    }

    public async Task<Caller> Owner() => await As(IdOf(company.Owner));

    public static UserId IdOf(Caller caller) => Ids.TryParse<UserId>(caller.Actor, out var id) ? id : throw new InvalidOperationException(caller.Actor);

    public async Task<string?> Refusal<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, TestContext.Current.CancellationToken))).Error?.Code;
}
