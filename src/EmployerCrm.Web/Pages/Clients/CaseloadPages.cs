using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Undo;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Puts the page of a caseload together.</summary>
internal sealed class CaseloadPages(MyClients clients, NextContacts next, Core.Clients.Caseloads caseloads, WhatFollowed followed, ClientLists lists)
{
    /// <summary>Null where the person sees no clients.</summary>
    public async Task<CaseloadView?> ShowAsync(HttpContext context, FormState form, CancellationToken cancellationToken)
    {
        var actor = context.Actor();
        if ((await clients.ShowAsync(actor, ownOnly: false, null, cancellationToken)).Value is not { } shown
            || (await next.ShowAsync(actor, cancellationToken)).Value is not { } owed
            || (await caseloads.ShowAsync(actor, cancellationToken)).Value is not { } carried)
            return null;
        if (form.Value(CaseloadView.On) is null && !HttpMethods.IsPost(context.Request.Method))
            form.With(CaseloadView.On, Days.Iso(shown.Today));
        var view = new CaseloadView(CaseloadState.Read(context.Request.Query, lists), shown, owed.OfClients, carried.Caseloads, lists, form);
        return ClientAddresses.UndoIn(context) is { } step ? view with { Followed = (await followed.OfAsync(actor, step, cancellationToken)).Value } : view;
    }
}
