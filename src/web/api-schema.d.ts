// Generated from the OpenAPI document by `npm run openapi:types`. Change the routes, not this file.

export interface paths {
    "/api/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this installation is set up
         * @description Who may call it: public.
         */
        get: operations["getInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed-in person and the organizations they belong to
         * @description Who may call it: signed-in.
         */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the password, or set a first one soon after signing in by mail; other sessions end
         * @description Who may call it: signed-in.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a second factor; shown once, it counts after its first code was confirmed
         * @description Who may call it: signed-in.
         */
        post: operations["enableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/backup-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new backup codes, shown once; the old ones stop working
         * @description Who may call it: signed-in.
         */
        post: operations["replaceBackupCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on with a first code; other sessions end
         * @description Who may call it: signed-in.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the second factor and its backup codes off
         * @description Who may call it: signed-in.
         */
        post: operations["disableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the caller is signed in, last used first
         * @description Who may call it: signed-in.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of the caller’s sessions; its next request is refused
         * @description Who may call it: signed-in.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every session of the caller but this one
         * @description Who may call it: signed-in.
         */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization’s frame and what the caller may do in it
         * @description Who may call it: organization.read.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the frame that dates and amounts are read in
         * @description Who may call it: organization.change.
         */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/api/v1/o/{org}/accruals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines that credit pays, newest first: by which rule and version, on which amount
         * @description Who may call it: accrual.read.
         */
        get: operations["listAccruals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys by which other programs call the API
         * @description Who may call it: key.work.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make a key; its secret is in this answer and never shown again
         * @description Who may call it: key.work.
         */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key: the next call by it is refused
         * @description Who may call it: key.work.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Who may call it: audit.read.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The head of the trail, to keep elsewhere, after walking the whole chain
         * @description Who may call it: audit.read.
         */
        get: operations["getAuditCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each partner is due, waits for, was stated and was paid
         * @description Who may call it: accrual.read.
         */
        get: operations["readBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the company looks in its portal; null while it looks like Tandem
         * @description Who may call it: organization.read.
         */
        get: operations["readBrand"];
        /**
         * Change name, accent and welcome of the portal; an accent that cannot be seen is refused
         * @description Who may call it: brand.change.
         */
        put: operations["changeBrand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/brand/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a logo up: PNG, JPEG or WebP, read from its bytes; at most 256 kB and 2000 pixels
         * @description Who may call it: brand.change.
         */
        put: operations["changeLogo"];
        post?: never;
        /**
         * Take the logo of the portal away
         * @description Who may call it: brand.change.
         */
        delete: operations["removeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that we spoke with a partner about a deal, with the next step
         * @description Who may call it: touch.record.
         */
        post: operations["recordCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits to be confirmed or refused, and withdrawals that wait for a second signature
         * @description Who may call it: opportunity.read.
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/cosell-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a co-sell plan that both sides accepted
         * @description Who may call it: touch.record.
         */
        post: operations["acceptCosellPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/cosell-plans/{cosellPlanId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a co-sell plan on a day, with a reason
         * @description Who may call it: touch.record.
         */
        post: operations["endCosellPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit-audit/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which fields of the credit each partner deal has, and which are missing
         * @description Who may call it: opportunity.read.
         */
        get: operations["readCreditCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit-audit/named-without-act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners that a deal names without one confirmed act
         * @description Who may call it: opportunity.read.
         */
        get: operations["listNamedWithoutAct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit-audit/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The monthly samples with their error rates, and whether the figures are unaudited
         * @description Who may call it: scoreboard.read.
         */
        get: operations["listAuditSamples"];
        put?: never;
        /**
         * Draw the sample of a month that is over, once; its seed follows from the deals
         * @description Who may call it: audit_sample.work.
         */
        post: operations["drawAuditSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit-audit/samples/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A sample to be worked through, and whether drawing it again gives the same deals
         * @description Who may call it: scoreboard.read.
         */
        get: operations["readAuditSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit-audit/samples/{month}/deals/{findingDealId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write whether the credit of a deal in the sample is sound or an error
         * @description Who may call it: audit_sample.work.
         */
        post: operations["findAuditItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The replays, the latest first
         * @description Who may call it: replay.run.
         */
        get: operations["listReplays"];
        put?: never;
        /**
         * Ask what the last four quarters would have been under an attribution page: one that is handed over, the draft or the proposed one. Or why the numbers of a past day read otherwise today
         * @description Who may call it: replay.run.
         */
        post: operations["requestReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit/replays/{replayId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One replay: how far it has come, or how many deals change class, who gains and loses, what it costs
         * @description Who may call it: replay.run.
         */
        get: operations["readReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit/replays/{replayId}/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deals that change, with why and by which change of the page
         * @description Who may call it: replay.run.
         */
        get: operations["listMovedDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit/replays/{replayId}/deals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deals that change, as a file
         * @description Who may call it: replay.run.
         */
        get: operations["exportReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/credit/replays/{replayId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a replay that waits or runs
         * @description Who may call it: replay.run.
         */
        post: operations["discardReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/crm/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The checks of exports of the CRM, newest first
         * @description Who may call it: crm.work.
         */
        get: operations["listCrmChecks"];
        put?: never;
        /**
         * Compare an uploaded export of the CRM with the verdicts, and say whether the CRM can tag a deal
         * @description Who may call it: crm.work.
         */
        post: operations["checkCrmExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/crm/checks/{checkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One check: whether the CRM can tag a deal, and how many values arrived
         * @description Who may call it: crm.work.
         */
        get: operations["readCrmCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/crm/checks/{checkId}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every difference between what Tandem says and what the CRM holds, with the deal
         * @description Who may call it: crm.work.
         */
        get: operations["listCrmDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/crm/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would go to a CRM: how many deals, in which fields, as which files
         * @description Who may call it: crm.work.
         */
        get: operations["previewCrmExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/crm/export/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file of what goes to a CRM: the values by record id, or the definitions of fields
         * @description Who may call it: crm.work.
         */
        get: operations["downloadCrmExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/crm/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which field of each CRM carries what
         * @description Who may call it: crm.work.
         */
        get: operations["listCrmFields"];
        /**
         * Say which field of a CRM carries what
         * @description Who may call it: crm.work.
         */
        put: operations["setCrmFields"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters and posts, newest first: to whom, what, and whether they arrived
         * @description Who may call it: delivery.work.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/deliveries/{deliveryId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what failed or was left out
         * @description Who may call it: delivery.work.
         */
        post: operations["renewDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the demo company is loaded, and under which name
         * @description Who may call it: demo.change.
         */
        get: operations["getDemo"];
        put?: never;
        /**
         * Load the demo company in the background; about a minute
         * @description Who may call it: demo.change.
         */
        post: operations["loadDemo"];
        /**
         * Remove the demo company whole
         * @description Who may call it: demo.change.
         */
        delete: operations["removeDemo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/direct-only-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The direct-only accounts in order of name, with the age of the list
         * @description Who may call it: registration.read.
         */
        get: operations["listDirectOnlyAccounts"];
        /**
         * Replace the direct-only accounts by a CSV with the columns name, domain, country; all or nothing
         * @description Who may call it: registration.arrange.
         */
        put: operations["replaceDirectOnlyAccounts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The disputes about credit, newest first; only those that are not over, the most urgent first
         * @description Who may call it: opportunity.read.
         */
        get: operations["listDisputes"];
        put?: never;
        /**
         * Dispute the credit of a deal; it stands meanwhile, and its commission waits
         * @description Who may call it: dispute.open.
         */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/disputes/{dispute}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dispute by its number or id: what was said, its panel and rulings, and what the reader may do
         * @description Who may call it: opportunity.read.
         */
        get: operations["readDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/disputes/{dispute}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a dispute, add evidence, appeal its ruling, or take it back
         * @description Who may call it: dispute.answer.
         */
        post: operations["speakInDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rates into the organization’s currency, newest first
         * @description Who may call it: organization.read.
         */
        get: operations["listExchangeRates"];
        put?: never;
        /**
         * Record a rate from a date on
         * @description Who may call it: organization.change.
         */
        post: operations["recordExchangeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file as a stream of bytes; the same bytes twice are one file
         * @description Who may call it: import.run.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deals, partners and accounts by the start of their name, or a deal by its short number
         * @description Who may call it: opportunity.read.
         */
        get: operations["find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/form/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose program and which partner a secret link is for, and the form that it asks
         * @description Who may call it: public.
         */
        get: operations["readLinkedForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/form/{secret}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a draft by a secret link; a letter brings the way back to it
         * @description Who may call it: public.
         */
        post: operations["beginLinkedRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Understand an uploaded file: its kind, a suggested or remembered mapping, what must be asked
         * @description Who may call it: import.run.
         */
        post: operations["openImportDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A draft as it stands, with the progress of a run
         * @description Who may call it: import.read.
         */
        get: operations["getImportDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the import of a tried draft: all of it or nothing
         * @description Who may call it: import.run.
         */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which column is what, and what the stages mean
         * @description Who may call it: import.run.
         */
        put: operations["setImportMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}/partner-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where partners may stand, and how many rows pasted names would match
         * @description Who may call it: import.read.
         */
        post: operations["previewPartners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rejected rows with column, expected, found and repair, in file order
         * @description Who may call it: import.read.
         */
        get: operations["listImportRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rejected rows as a CSV file to correct and import again
         * @description Who may call it: import.read.
         */
        get: operations["downloadImportRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/import-drafts/{draftId}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the dry run; the draft says how far it is and what it found
         * @description Who may call it: import.run.
         */
        post: operations["tryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was imported, newest first
         * @description Who may call it: import.read.
         */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import with its mapping and counts
         * @description Who may call it: import.read.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/imports/{importId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a whole import: everything is read anew from what still stands
         * @description Who may call it: import.run.
         */
        post: operations["withdrawImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a partner introduced us to an account or a deal
         * @description Who may call it: touch.record.
         */
        post: operations["recordIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/introductions/{introductionId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an introduction that a partner claims
         * @description Who may call it: touch.record.
         */
        post: operations["confirmIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/introductions/{introductionId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse an introduction that a partner claims, with a reason
         * @description Who may call it: touch.record.
         */
        post: operations["refuseIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation, signed in with its address or as a new person
         * @description Who may call it: public.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/invitation/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation is for; a POST, so that the token stands in no address
         * @description Who may call it: public.
         */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a person by mail: one link, used once, for seven days
         * @description Who may call it: member.change.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an open invitation back
         * @description Who may call it: member.change.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The letters to the caller, newest first
         * @description Who may call it: organization.read.
         */
        get: operations["listOwnLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether partner deals are won more often, sooner and larger, like compared with like
         * @description Who may call it: scoreboard.read.
         */
        get: operations["getLift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/lift/deals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deals of a comparison as a CSV file: its side, and what became of it
         * @description Who may call it: scoreboard.read.
         */
        get: operations["downloadLiftDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/lift/strata.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The strata of a comparison as a CSV file
         * @description Who may call it: scoreboard.read.
         */
        get: operations["downloadLiftStrata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/mailed-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide by the token of a letter: once, and only what its reader may decide now
         * @description Who may call it: public.
         */
        post: operations["commitMailedDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/mailed-decision/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the token of a letter lets its reader decide; nothing happens
         * @description Who may call it: public.
         */
        post: operations["previewMailedDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/mails/{mailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mail with its text
         * @description Who may call it: opportunity.read.
         */
        get: operations["readDealMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the organization and the open invitations
         * @description Who may call it: member.read.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/members/{membershipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member’s roles, end date or suspension
         * @description Who may call it: member.change.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/v1/o/{org}/notice-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the caller is told what, and when the digest leaves
         * @description Who may call it: organization.read.
         */
        get: operations["readNoticeChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/notice-choices/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose how the caller is told what belongs to a group
         * @description Who may call it: organization.read.
         */
        put: operations["chooseNoticeWay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set when the digest leaves, and how long notices are gathered into one letter
         * @description Who may call it: organization.change.
         */
        put: operations["changeNoticeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller was told, newest first
         * @description Who may call it: organization.read.
         */
        get: operations["readNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/notices/log-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remember what the caller has read: everything until a moment, or these notices
         * @description Who may call it: organization.read.
         */
        post: operations["logReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opening-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What imports claim for partners without proof, and who accepted it
         * @description Who may call it: scoreboard.read.
         */
        get: operations["getOpeningBalance"];
        put?: never;
        /**
         * Accept the claims of the imports as they stand, in your own name and on today’s date
         * @description Who may call it: opening_balance.accept.
         */
        post: operations["acceptOpeningBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Opportunities by filter and order
         * @description Who may call it: opportunity.read.
         */
        get: operations["listOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{dealId}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the CRM deleted a deal: its facts stay, and it counts in no figure
         * @description Who may call it: deal.correct.
         */
        post: operations["deleteDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{dealId}/merging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the CRM merged a deal into another one, on which its acts then count
         * @description Who may call it: deal.correct.
         */
        post: operations["mergeDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{dealId}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge or deletion of a deal back
         * @description Who may call it: deal.correct.
         */
        post: operations["restoreDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One opportunity, by id, short number or record id, with all that is known of it
         * @description Who may call it: opportunity.read.
         */
        get: operations["getOpportunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunity}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who gets the credit of a deal, by which test, on which evidence
         * @description Who may call it: opportunity.read.
         */
        get: operations["explainCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunity}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The address that takes mail for a deal, and the newest mails that came to it
         * @description Who may call it: opportunity.read.
         */
        get: operations["listDealMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunity}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Touches that could be confirmed on one deal, at most ten, the likeliest first
         * @description Who may call it: touch.record.
         */
        get: operations["listDealSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunity}/suggestions/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a touch of a suggestion, confirmed by the caller
         * @description Who may call it: touch.record.
         */
        post: operations["acceptSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunity}/suggestions/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to a suggestion, with a reason; it is not made again
         * @description Who may call it: touch.record.
         */
        post: operations["dismissSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunityId}/clawback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the customer left: what the deal paid is taken back by lines of its own
         * @description Who may call it: statement.issue.
         */
        post: operations["clawBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunityId}/clawback/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the customer did not leave: the deal pays again by new lines
         * @description Who may call it: statement.issue.
         */
        post: operations["undoClawback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/{opportunityId}/kind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether a deal is new business, a renewal or an expansion
         * @description Who may call it: deal.correct.
         */
        put: operations["setDealKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/opportunities/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many opportunities a filter finds, counted up to 10,000
         * @description Who may call it: opportunity.read.
         */
        get: operations["countOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The one registration of a secret link: how it stands, what happens next and what happened
         * @description Who may call it: public.
         */
        get: operations["readHeldRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer what was asked, with the form as it is kept now
         * @description Who may call it: public.
         */
        post: operations["answerHeldRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal a rejection, or a ruling that set it aside, to the CRO, whose answer is final
         * @description Who may call it: public.
         */
        post: operations["appealHeldRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/domain-hint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The domain as it will be compared, and what is odd about it; nothing of what we know
         * @description Who may call it: public.
         */
        get: operations["hintHeldDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what is typed, and say what is still missing
         * @description Who may call it: public.
         */
        put: operations["saveHeldDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the one extension of the protection, with what shows that there is work
         * @description Who may call it: public.
         */
        post: operations["askHeldExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who would decide on what was typed so far, by when, and how long the deal would be protected
         * @description Who may call it: public.
         */
        get: operations["previewHeldDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the draft: it is checked, and answered at once with what happens next
         * @description Who may call it: public.
         */
        post: operations["submitHeldRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how the protected deal goes; it counts as activity
         * @description Who may call it: public.
         */
        post: operations["updateHeldRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/own-deal/{pass}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the registration back; what it protected is free again
         * @description Who may call it: public.
         */
        post: operations["withdrawHeldRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners in order of name
         * @description Who may call it: partner.read.
         */
        get: operations["listPartners"];
        put?: never;
        /**
         * Add a partner by hand
         * @description Who may call it: partner.change.
         */
        post: operations["createPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One partner and its people
         * @description Who may call it: partner.read.
         */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a partner
         * @description Who may call it: partner.change.
         */
        patch: operations["changePartner"];
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a person at a partner
         * @description Who may call it: partner.change.
         */
        post: operations["addPartnerPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/people/{partnerPersonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say that a person left a partner, with the last day there; null takes it back
         * @description Who may call it: partner.change.
         */
        patch: operations["changePartnerPerson"];
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/registration-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The form that the program asks of this partner, and what is filled in already
         * @description Who may call it: registration.record.
         */
        get: operations["readRegistrationFormFor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/registration-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The link by which a partner registers without a login, without its secret
         * @description Who may call it: registration.record.
         */
        get: operations["readRegistrationLink"];
        put?: never;
        /**
         * Make the link of a partner; one that is there is revoked. The secret is told this once
         * @description Who may call it: registration.record.
         */
        post: operations["makeRegistrationLink"];
        /**
         * Take the link of a partner back
         * @description Who may call it: registration.record.
         */
        delete: operations["revokeRegistrationLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/slack-channel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Slack channel of a partner, if there is one
         * @description Who may call it: partner.change.
         */
        get: operations["readPartnerChannel"];
        /**
         * Set the Slack channel of a partner: only what its own people are told is posted there
         * @description Who may call it: partner.change.
         */
        put: operations["setPartnerChannel"];
        post?: never;
        /**
         * Take the Slack channel of a partner away
         * @description Who may call it: partner.change.
         */
        delete: operations["removePartnerChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/slack-channel/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post a test to the Slack channel of a partner
         * @description Who may call it: partner.change.
         */
        post: operations["testPartnerChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/partners/{partnerId}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Suspend a partner or let it register again; say for which countries its agreement is
         * @description Who may call it: partner.change.
         */
        patch: operations["changePartnerStanding"];
        trace?: never;
    };
    "/api/v1/o/{org}/pay-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a deal that is won today pays by the signed pages, archetype by archetype and class by class
         * @description Who may call it: accrual.read.
         */
        get: operations["readPayRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/policies/{word}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of a page with its signatures, newest first
         * @description Who may call it: organization.read.
         */
        get: operations["listPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/policies/{word}/{version}/countersignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stand by a version that somebody else signed for the seat that the caller now holds
         * @description Who may call it: policy.sign.
         */
        post: operations["countersignPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/policies/{word}/{version}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a version for a seat that the caller holds, with their own sign-in again
         * @description Who may call it: policy.sign.
         */
        post: operations["signPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/policies/scoreboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a new version of the scoreboard’s definitions, from a quarter on
         * @description Who may call it: scoreboard.define.
         */
        post: operations["proposeScoreboardDefinitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose program this is, for which partner, and what the caller may do in it
         * @description Who may call it: portal.read.
         */
        get: operations["readPortal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal-opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether people of partners can be invited into the portal; if not, what gate G5 still lacks
         * @description Who may call it: organization.read.
         */
        get: operations["readPortalOpening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/accruals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of the caller’s partner, newest first
         * @description Who may call it: portal.earnings.
         */
        get: operations["listOwnAccruals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a company’s portal looks, for its sign-in page; nothing where it has no looks of its own
         * @description Who may call it: public.
         */
        get: operations["showPortalBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller’s partner has claimed, newest first, and what became of it
         * @description Who may call it: portal.read.
         */
        get: operations["listOwnClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/claims/{claimId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a claim that nobody has answered yet, with a reason
         * @description Who may call it: portal.act.
         */
        post: operations["takeBackClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deals in which the caller’s partner has a part, and what it is credited with
         * @description Who may call it: portal.read.
         */
        get: operations["listPortalDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/deals/{opportunityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One deal of the caller’s partner
         * @description Who may call it: portal.read.
         */
        get: operations["readPortalDeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/deals/{opportunityId}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller’s partner is credited with on a deal, by which test, on which of its own evidence
         * @description Who may call it: portal.read.
         */
        get: operations["explainOwnCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The disputes that the caller’s partner opened, newest first
         * @description Who may call it: portal.read.
         */
        get: operations["listOwnDisputes"];
        put?: never;
        /**
         * Dispute the credit of one of the caller’s deals
         * @description Who may call it: portal.act.
         */
        post: operations["openOwnDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/disputes/{ownDispute}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dispute of the caller’s partner: what both sides said, the ruling and its reason
         * @description Who may call it: portal.read.
         */
        get: operations["readOwnDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/disputes/{ownDispute}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to a dispute of the caller’s partner, appeal its ruling, or take it back
         * @description Who may call it: portal.act.
         */
        post: operations["speakAsPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/domain-hint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The domain as it will be compared, and what is odd about it; nothing of what we know
         * @description Who may call it: portal.read.
         */
        get: operations["hintDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim that the caller’s partner introduced the buyer of one of its deals
         * @description Who may call it: portal.act.
         */
        post: operations["claimIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose the language of letters to the caller, and of the portal on a device without a choice
         * @description Who may call it: portal.read.
         */
        put: operations["choosePortalLanguage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The letters to the caller as one of a partner’s people, newest first
         * @description Who may call it: portal.read.
         */
        get: operations["listOwnPortalLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/logo/{logoHash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The logo of a company’s portal, by the hash of its bytes
         * @description Who may call it: public.
         */
        get: operations["showPortalLogo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/notice-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the caller is told what, on a partner’s own pages
         * @description Who may call it: portal.read.
         */
        get: operations["readPortalNoticeChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/notice-choices/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose how the caller is told what belongs to a group, on a partner’s own pages
         * @description Who may call it: portal.read.
         */
        put: operations["choosePortalNoticeWay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller was told as one of a partner’s people, newest first
         * @description Who may call it: portal.read.
         */
        get: operations["readPortalNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/notices/log-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remember what the caller has read, on a partner’s own pages
         * @description Who may call it: portal.read.
         */
        post: operations["logPortalReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registration-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The form that the program asks of the caller’s partner, and what is filled in already
         * @description Who may call it: portal.read.
         */
        get: operations["readRegistrationForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registration-outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who would decide on what was typed so far, by when, and how long the deal would be protected
         * @description Who may call it: portal.read.
         */
        get: operations["previewDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registration-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The terms of the signed registration page, as far as they concern the caller’s partner
         * @description Who may call it: portal.read.
         */
        get: operations["readRegistrationTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The registrations of the caller’s partner: what waits for it first, then the newest
         * @description Who may call it: portal.read.
         */
        get: operations["listOwnRegistrations"];
        put?: never;
        /**
         * Begin a registration as a draft with what was typed so far
         * @description Who may call it: portal.act.
         */
        post: operations["beginRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer what was asked, with the form as it is kept now
         * @description Who may call it: portal.act.
         */
        post: operations["answerRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal a rejection, or a ruling that set it aside, to the CRO, whose answer is final
         * @description Who may call it: portal.act.
         */
        post: operations["appealRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what is typed, and say what is still missing
         * @description Who may call it: portal.act.
         */
        put: operations["saveRegistrationDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the one extension of the protection, with what shows that there is work
         * @description Who may call it: portal.act.
         */
        post: operations["askExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a draft: it is checked, and answered at once with what happens next
         * @description Who may call it: portal.act.
         */
        post: operations["submitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how the protected deal goes; it counts as activity
         * @description Who may call it: portal.act.
         */
        post: operations["updateRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/{registrationId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the registration back; what it protected is free again
         * @description Who may call it: portal.act.
         */
        post: operations["withdrawRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/number/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One registration of the caller’s partner, with what happens next and what happened
         * @description Who may call it: portal.read.
         */
        get: operations["readOwnRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/registrations/whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a deal in one call: begun and sent, or nothing is kept
         * @description Who may call it: portal.act.
         */
        post: operations["registerDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statements of the caller’s partner, newest first
         * @description Who may call it: portal.earnings.
         */
        get: operations["listOwnStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/statements/{statementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement of the caller’s partner, line by deal
         * @description Who may call it: portal.earnings.
         */
        get: operations["readOwnStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/statements/{statementId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement of the caller’s partner as a CSV file
         * @description Who may call it: portal.earnings.
         */
        get: operations["downloadOwnStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/statements/{statementId}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement of the caller’s partner as a PDF
         * @description Who may call it: portal.earnings.
         */
        get: operations["printOwnStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who of the caller’s partner is in the portal; addresses, visits and invitations for its admins
         * @description Who may call it: portal.read.
         */
        get: operations["readTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a colleague into the caller’s partner: one link, used once, for seven days
         * @description Who may call it: portal.team.
         */
        post: operations["inviteColleague"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team/invitations/{ownInvitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an open invitation into the caller’s partner back
         * @description Who may call it: portal.team.
         */
        delete: operations["withdrawTeamInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team/invitations/{ownInvitation}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the letter of an invitation again, with a new link for seven days
         * @description Who may call it: portal.team.
         */
        post: operations["renewTeamInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team/members/{colleagueId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End a colleague’s access and hand over what is not over, together or not at all
         * @description Who may call it: portal.team.
         */
        put: operations["endTeamAccess"];
        post?: never;
        /**
         * Open a colleague’s access again that the partner itself had ended
         * @description Who may call it: portal.team.
         */
        delete: operations["reopenTeamAccess"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team/members/{colleagueId}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a colleague admin or rep; a team keeps an admin
         * @description Who may call it: portal.team.
         */
        put: operations["changeTeamRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/team/members/{colleagueId}/successor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand everything of a colleague that is not over to another, drafts included
         * @description Who may call it: portal.team.
         */
        put: operations["handOverRegistrations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/portal/touches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim what a person of the caller’s partner did on one of its deals; it waits for confirmation
         * @description Who may call it: portal.act.
         */
        post: operations["claimTouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rulings of the past by their words: what the next panel follows
         * @description Who may call it: opportunity.read.
         */
        get: operations["searchPrecedents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The program as it stands today: its clock, its pages and its seats
         * @description Who may call it: organization.read.
         */
        get: operations["getProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the kickoff date, and whether the program is new or runs already
         * @description Who may call it: program.edit.
         */
        put: operations["setProgramClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The direct funnel as measured facts, and the actuals of the assumption ledger
         * @description Who may call it: organization.read.
         */
        get: operations["getDirectFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/gates/{gate}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed gate on the caller’s word; it stays visible
         * @description Who may call it: gate.override.
         */
        post: operations["overrideGate"];
        /**
         * Take the override of a gate back
         * @description Who may call it: gate.override.
         */
        delete: operations["revokeGateOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/pages/{word}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the draft of a page; whoever saves has seen its latest revision
         * @description Who may call it: program.edit.
         */
        put: operations["saveDraft"];
        post?: never;
        /**
         * Throw the draft of a page away
         * @description Who may call it: program.edit.
         */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/pages/{word}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose the draft of a page as its next version
         * @description Who may call it: program.edit.
         */
        post: operations["proposePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the program, or the whole blueprint, as a PDF
         * @description Who may call it: organization.read.
         */
        get: operations["printProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners sorted into producing, active and dormant, with a proposal for each
         * @description Who may call it: organization.read.
         */
        get: operations["getRunningProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The JSON Schema of the program as text, for editors
         * @description Who may call it: organization.read.
         */
        get: operations["getProgramSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/seats/{seat}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name the holder of a seat, in person or in the interim
         * @description Who may call it: program.seat.
         */
        post: operations["assignSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/seats/{seat}/holders/{membershipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End somebody’s time in a seat
         * @description Who may call it: program.seat.
         */
        delete: operations["endSeat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/succession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass everything that one person holds to a successor, in one act
         * @description Who may call it: program.seat.
         */
        post: operations["passOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole program as text (YAML), as people wrote it last
         * @description Who may call it: organization.read.
         */
        get: operations["getProgramText"];
        put?: never;
        /**
         * Make the pages of a text the drafts of the program, all or none
         * @description Who may call it: program.edit.
         */
        post: operations["importProgramText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/text/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an import of a text would change, and which checks would not hold; changes nothing
         * @description Who may call it: organization.read.
         */
        post: operations["previewProgramText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gates, pitfalls and gaps, computed from facts
         * @description Who may call it: organization.read.
         */
        get: operations["getProgramWatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/week-one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller’s week-one pack, if they hold the leader’s seat in person
         * @description Who may call it: organization.read.
         */
        get: operations["getWeekOne"];
        put?: never;
        /**
         * Open the week-one pack, at the leader’s first visit
         * @description Who may call it: week_one.work.
         */
        post: operations["startWeekOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/program/week-one/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tick a task of the first week off
         * @description Who may call it: week_one.work.
         */
        put: operations["tickTask"];
        post?: never;
        /**
         * Take the tick of a task back
         * @description Who may call it: week_one.work.
         */
        delete: operations["untickTask"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/quarters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The quarters: running, open and closed, with what waits for Finance
         * @description Who may call it: scoreboard.read.
         */
        get: operations["listQuarters"];
        put?: never;
        /**
         * Close a quarter: its figures are frozen as they are known now
         * @description Who may call it: quarter.close.
         */
        post: operations["closeQuarter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/quarters/{startsOn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A closed quarter: as booked, its restatements beside it, and every deal behind it
         * @description Who may call it: scoreboard.read.
         */
        get: operations["readQuarter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/quarters/{startsOn}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a quarter would be frozen at, and what is not settled in it
         * @description Who may call it: quarter.close.
         */
        get: operations["previewQuarter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registration-conflicts/{conflict}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that there is no conflict; everybody who waited goes on as before
         * @description Who may call it: registration.rule.
         */
        post: operations["dismissRegistrationConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registration-conflicts/{conflict}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule on who gets an account, in writing and on a ground of the list
         * @description Who may call it: registration.rule.
         */
        post: operations["ruleRegistrationConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registration-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give several registrations the same answer; each is decided in its own right, or says why not
         * @description Who may call it: registration.decide.
         */
        post: operations["decideRegistrations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Registrations that wait, are protected or are over; what is due first stands first
         * @description Who may call it: registration.read.
         */
        get: operations["listRegistrations"];
        put?: never;
        /**
         * Begin a registration in a partner’s name as a draft
         * @description Who may call it: registration.record.
         */
        post: operations["beginRegistrationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say yes, as it is or with changes; the last seat of the route starts the protection
         * @description Who may call it: registration.decide.
         */
        post: operations["acceptRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/ae": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name the AE who works on it with the partner
         * @description Who may call it: registration.decide.
         */
        post: operations["assignRegistrationAe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer in a partner’s name what was asked
         * @description Who may call it: registration.record.
         */
        post: operations["answerRegistrationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal a rejection, or a ruling that set it aside, in a partner’s name
         * @description Who may call it: registration.record.
         */
        post: operations["appealRegistrationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/appeal-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide an appeal; this is final
         * @description Who may call it: registration.appeal.
         */
        post: operations["decideRegistrationAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/deal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link the deal of the CRM; the one that waited for it goes into it
         * @description Who may call it: registration.decide.
         */
        post: operations["linkRegistrationDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what is typed in a partner’s name, and say what is still missing
         * @description Who may call it: registration.record.
         */
        put: operations["saveRegistrationDraftFor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the one extension of the protection, or refuse it
         * @description Who may call it: registration.decide.
         */
        post: operations["decideRegistrationExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the partner back; the clock stands still meanwhile
         * @description Who may call it: registration.decide.
         */
        post: operations["returnRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no, with a reason of the list and words for the partner
         * @description Who may call it: registration.decide.
         */
        post: operations["rejectRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a draft in a partner’s name
         * @description Who may call it: registration.record.
         */
        post: operations["submitRegistrationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down news of a protected deal in a partner’s name
         * @description Who may call it: registration.record.
         */
        post: operations["updateRegistrationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/{registrationId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a registration back in a partner’s name
         * @description Who may call it: registration.record.
         */
        post: operations["withdrawRegistrationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/number/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One registration with what collides, who decides, its protection and everything that happened
         * @description Who may call it: registration.read.
         */
        get: operations["readRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/registrations/whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a deal in a partner’s name in one call: begun and sent, or nothing is kept
         * @description Who may call it: registration.record.
         */
        post: operations["registerDealFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/restatements/{restatementId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a restatement: its difference stands beside the frozen figure
         * @description Who may call it: quarter.close.
         */
        post: operations["acceptRestatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/restatements/{restatementId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a restatement: the figure stays as it stands
         * @description Who may call it: quarter.close.
         */
        post: operations["refuseRestatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deals on which the signed page is silent, and the share of such deals in this quarter
         * @description Who may call it: opportunity.read.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose what the credit of a deal is, with the reason, and sign it for a seat of the panel
         * @description Who may call it: ruling.write.
         */
        post: operations["proposeRuling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/rulings/{rulingId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a ruling for a seat of the panel; with the last one it stands
         * @description Who may call it: ruling.write.
         */
        post: operations["signRuling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/scoreboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every figure of the scoreboard, as of today or of a past day
         * @description Who may call it: scoreboard.read.
         */
        get: operations["getScoreboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/scoreboard/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logs that the CRO or the CEO opened the scoreboard, once a day
         * @description Who may call it: scoreboard.read.
         */
        post: operations["logScoreboardOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/scoreboard/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows behind a figure; their contributions sum to it
         * @description Who may call it: scoreboard.read.
         */
        get: operations["listFigureRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in an event of the CRM: it becomes a suggestion, never credit by itself
         * @description Who may call it: touch.record.
         */
        post: operations["recordSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/slack-channel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Slack channel of the program, if there is one
         * @description Who may call it: organization.change.
         */
        get: operations["readProgramChannel"];
        /**
         * Set the Slack channel of the program: an incoming webhook, and what is posted
         * @description Who may call it: organization.change.
         */
        put: operations["setProgramChannel"];
        post?: never;
        /**
         * Take the Slack channel of the program away
         * @description Who may call it: organization.change.
         */
        delete: operations["removeProgramChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/slack-channel/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post a test to the Slack channel of the program
         * @description Who may call it: organization.change.
         */
        post: operations["testProgramChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statements of all partners, newest first
         * @description Who may call it: accrual.read.
         */
        get: operations["listStatements"];
        put?: never;
        /**
         * Issue the statements of a month that is over: one for each partner with lines that are due
         * @description Who may call it: statement.issue.
         */
        post: operations["issueStatements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/statements/{statementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement, line by deal, with what waits because of a dispute
         * @description Who may call it: accrual.read.
         */
        get: operations["readStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/statements/{statementId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement as a CSV file
         * @description Who may call it: accrual.read.
         */
        get: operations["downloadStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/statements/{statementId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a statement was paid
         * @description Who may call it: statement.issue.
         */
        post: operations["recordPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/statements/{statementId}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One statement as a PDF
         * @description Who may call it: accrual.read.
         */
        get: operations["printStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/statements/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What issuing a month would do: a statement for each of these partners, and the lines that wait
         * @description Who may call it: statement.issue.
         */
        get: operations["previewStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Touches that could be confirmed with one click, on the caller’s own deals or on all
         * @description Who may call it: touch.record.
         */
        get: operations["listSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/touches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what a partner person did on a deal or at an account; it counts once it is confirmed
         * @description Who may call it: touch.record.
         */
        post: operations["recordTouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/touches/{touchId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a touch by name
         * @description Who may call it: touch.record.
         */
        post: operations["confirmTouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/touches/{touchId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a touch that is claimed, with a reason
         * @description Who may call it: touch.record.
         */
        post: operations["refuseTouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End letters by the link in one of them, as mail programs do with one click (RFC 8058)
         * @description Who may call it: public.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/vendor-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a meeting or outbound message of our own at an account
         * @description Who may call it: touch.record.
         */
        post: operations["recordVendorContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Saved views of a page: one’s own and the shared ones
         * @description Who may call it: organization.read.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save the address of a list under a name
         * @description Who may call it: view.save.
         */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a view of one’s own
         * @description Who may call it: view.save.
         */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a fact was wrong, and why; an introduction counts until a second person signs too
         * @description Who may call it: touch.record.
         */
        post: operations["withdrawFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/o/{org}/withdrawals/{withdrawalId}/cosignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign the withdrawal of an introduction as the second person
         * @description Who may call it: withdrawal.sign.
         */
        post: operations["cosignWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by the token of a mailed link; every session of the account ends
         * @description Who may call it: public.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/reset/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to choose a new password; the answer is the same whether there is such an account
         * @description Who may call it: public.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the installation up with the token from the log: the first organization and its administrator
         * @description Who may call it: public.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by the token of a mailed link; it works once, for fifteen minutes
         * @description Who may call it: public.
         */
        post: operations["redeemMagicLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/link/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to sign in by mail; the answer is the same whether there is such an account
         * @description Who may call it: public.
         */
        post: operations["requestMagicLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by password
         * @description Who may call it: public.
         */
        post: operations["signInWithPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the code of an authenticator, or a backup code, to finish signing in
         * @description Who may call it: public.
         */
        post: operations["verifySecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session; without one nothing happens
         * @description Who may call it: public.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Accrual: {
            amountMinor: number;
            baseMinor: number | null;
            cause: string;
            class: string;
            currency: string;
            deal: string;
            dealNumber: number;
            id: string;
            /** @enum {string} */
            kind: "accrual" | "reversal";
            number: number;
            occurredOn: string;
            opportunityId: string;
            partner: {
                id: string;
                name: string;
            };
            person: string | null;
            policyVersion: number;
            ratesVersion: number | null;
            /** @description What the sentence is made of: why it is paid, or that it is taken back and each cause of that */
            reasons: {
                code: string;
                params: {
                    [key: string]: string | number | boolean | null;
                };
            }[];
            recordedAt: number;
            reversed: boolean;
            rule: string;
            share: number | null;
            /** @enum {string} */
            state: "due" | "held" | "stated" | "paid";
            statementNumber: number | null;
            /** @description In English */
            why: string;
        };
        AccrualInput: {
            amountMinor: number;
            baseMinor: number | null;
            cause: string;
            class: string;
            currency: string;
            deal: string;
            dealNumber: number;
            id: string;
            /** @enum {string} */
            kind: "accrual" | "reversal";
            number: number;
            occurredOn: string;
            opportunityId: string;
            partner: {
                id: string;
                name: string;
            };
            person: string | null;
            policyVersion: number;
            ratesVersion: number | null;
            /** @description What the sentence is made of: why it is paid, or that it is taken back and each cause of that */
            reasons: {
                code: string;
                params: {
                    [key: string]: string | number | boolean | null;
                };
            }[];
            recordedAt: number;
            reversed: boolean;
            rule: string;
            share: number | null;
            /** @enum {string} */
            state: "due" | "held" | "stated" | "paid";
            statementNumber: number | null;
            /** @description In English */
            why: string;
        };
        AmountFigure: {
            amountMinor: number | null;
            deals: number;
            dealsWithoutAmount: number;
            /** @description Names the rows behind a number */
            figure: string;
        };
        AmountFigureInput: {
            amountMinor: number | null;
            deals: number;
            dealsWithoutAmount: number;
            /** @description Names the rows behind a number */
            figure: string;
        };
        AuditItem: {
            account: string | null;
            /** @enum {string} */
            class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
            coSold: boolean;
            creditId: string;
            decidedAt: number;
            evidence: {
                /** @description The verdict names it */
                earned: boolean;
                id: string;
                links: string[];
                occurredOn: string;
                outcome: string | null;
                person: string | null;
                recordedOn: string;
                what: string;
            }[];
            finding: {
                at: number;
                by: string;
                /** @enum {string} */
                finding: "sound" | "error";
                note: string | null;
            } | null;
            hash: string | null;
            lockOn: string | null;
            name: string;
            number: number;
            opportunityId: string;
            partner: string | null;
            policyVersion: number;
            reasons: {
                clause: string | null;
                code: string;
                fact: string;
                factId: string | null;
                holds: boolean;
                rule: string;
            }[];
            sentence: string;
        };
        AuditItemInput: {
            account: string | null;
            /** @enum {string} */
            class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
            coSold: boolean;
            creditId: string;
            decidedAt: number;
            evidence: {
                /** @description The verdict names it */
                earned: boolean;
                id: string;
                links: string[];
                occurredOn: string;
                outcome: string | null;
                person: string | null;
                recordedOn: string;
                what: string;
            }[];
            finding: {
                at: number;
                by: string;
                /** @enum {string} */
                finding: "sound" | "error";
                note: string | null;
            } | null;
            hash: string | null;
            lockOn: string | null;
            name: string;
            number: number;
            opportunityId: string;
            partner: string | null;
            policyVersion: number;
            reasons: {
                clause: string | null;
                code: string;
                fact: string;
                factId: string | null;
                holds: boolean;
                rule: string;
            }[];
            sentence: string;
        };
        /** @enum {string} */
        Capability: "organization.read" | "organization.change" | "member.read" | "member.change" | "key.work" | "audit.read" | "scoreboard.read" | "scoreboard.define" | "policy.sign" | "program.edit" | "program.seat" | "gate.override" | "week_one.work" | "opportunity.read" | "partner.read" | "partner.change" | "touch.record" | "dispute.open" | "dispute.answer" | "ruling.write" | "withdrawal.sign" | "deal.correct" | "replay.run" | "quarter.close" | "audit_sample.work" | "accrual.read" | "statement.issue" | "registration.read" | "registration.record" | "registration.decide" | "registration.rule" | "registration.appeal" | "registration.arrange" | "opening_balance.accept" | "import.read" | "import.run" | "crm.work" | "delivery.work" | "brand.change" | "view.save" | "demo.change" | "portal.read" | "portal.act" | "portal.earnings" | "portal.team";
        /** @enum {string} */
        CapabilityInput: "organization.read" | "organization.change" | "member.read" | "member.change" | "key.work" | "audit.read" | "scoreboard.read" | "scoreboard.define" | "policy.sign" | "program.edit" | "program.seat" | "gate.override" | "week_one.work" | "opportunity.read" | "partner.read" | "partner.change" | "touch.record" | "dispute.open" | "dispute.answer" | "ruling.write" | "withdrawal.sign" | "deal.correct" | "replay.run" | "quarter.close" | "audit_sample.work" | "accrual.read" | "statement.issue" | "registration.read" | "registration.record" | "registration.decide" | "registration.rule" | "registration.appeal" | "registration.arrange" | "opening_balance.accept" | "import.read" | "import.run" | "crm.work" | "delivery.work" | "brand.change" | "view.save" | "demo.change" | "portal.read" | "portal.act" | "portal.earnings" | "portal.team";
        CatchUpPlan: {
            /** @enum {string} */
            countedFrom: "kickoff" | "today";
            items: {
                /** Format: date */
                dueOn: string;
                /** @enum {string} */
                gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
                holders: string[];
                isLate: boolean;
                missing: string[];
                name: string;
                /** @enum {string} */
                owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
                title: string;
            }[];
            /** Format: date */
            startsOn: string;
        };
        CatchUpPlanInput: {
            /** @enum {string} */
            countedFrom: "kickoff" | "today";
            items: {
                /** Format: date */
                dueOn: string;
                /** @enum {string} */
                gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
                holders: string[];
                isLate: boolean;
                missing: string[];
                name: string;
                /** @enum {string} */
                owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
                title: string;
            }[];
            /** Format: date */
            startsOn: string;
        };
        ClassColumn: {
            newThisQuarter: components["schemas"]["AmountFigure"];
            openPipeline: components["schemas"]["AmountFigure"];
            wonLastQuarter: components["schemas"]["AmountFigure"];
        };
        ClassColumnInput: {
            newThisQuarter: components["schemas"]["AmountFigureInput"];
            openPipeline: components["schemas"]["AmountFigureInput"];
            wonLastQuarter: components["schemas"]["AmountFigureInput"];
        };
        CompanyLine: {
            all: components["schemas"]["AmountFigure"];
            parts: {
                amountMinor: number | null;
                deals: number;
                dealsWithoutAmount: number;
                /** @description Names the rows behind a number */
                figure: string;
                /** @enum {string} */
                part: "sourced" | "coSold" | "influenced" | "assisted" | "imported" | "direct";
            }[];
        };
        CompanyLineInput: {
            all: components["schemas"]["AmountFigureInput"];
            parts: {
                amountMinor: number | null;
                deals: number;
                dealsWithoutAmount: number;
                /** @description Names the rows behind a number */
                figure: string;
                /** @enum {string} */
                part: "sourced" | "coSold" | "influenced" | "assisted" | "imported" | "direct";
            }[];
        };
        CreditExplanation: {
            coSold: boolean;
            counterfactuals: {
                class: string;
                code: string;
                partner: {
                    id: string;
                    name: string;
                } | null;
                sentence: string;
            }[];
            credit: string;
            cycleDays: number | null;
            /** @description The last day on which the credit may be disputed; null while the deal is open */
            disputableUntil: string | null;
            disputed: boolean;
            disputes: {
                claim: string;
                closedAt: number | null;
                id: string;
                number: number;
                openedAt: number;
                outcome: string | null;
                state: string;
            }[];
            evidence: {
                confirmed: boolean;
                confirmedBy: string | null;
                confirmedOn: string | null;
                /** @description Whether the verdict rests on it */
                counts: boolean;
                id: string;
                /** @description The import that brought it */
                importNumber: number | null;
                /** @enum {string} */
                kind: "introduction" | "touch" | "cosell_plan" | "check_in" | "vendor_contact";
                links: string[];
                occurredOn: string;
                outcome: string | null;
                owner: string | null;
                partner: string | null;
                partnerId: string | null;
                person: string | null;
                recordedOn: string;
                /** @description Why we refused the claim */
                refused: string | null;
                role: string | null;
                /** @enum {string} */
                side: "vendor" | "partner";
                stage: number | null;
                way: string;
                what: string;
                withdrawal: {
                    by: string;
                    id: string | null;
                    reason: string;
                    /** @enum {string} */
                    state: "proposed" | "done";
                } | null;
                withdrawn: boolean;
            }[];
            grayArea: boolean;
            history: {
                cause: string;
                class: string;
                coSold: boolean;
                creditId: string;
                decidedAt: number;
                hash: string | null;
                partner: string | null;
                policyVersion: number;
            }[];
            /** @description Whether that day is not over yet in the organization’s time zone */
            isDisputable: boolean;
            isDraft: boolean;
            locked: boolean;
            lockOn: string | null;
            needsPanel: boolean;
            openingBalance: {
                class: string;
                partner: {
                    id: string;
                    name: string;
                };
            } | null;
            opportunity: {
                closedOn: string | null;
                createdOn: string | null;
                id: string;
                /** @enum {string} */
                kind: "new" | "renewal" | "expansion";
                name: string;
                number: number;
                outcome: string;
                qualifiedOn: string | null;
                recordId: string;
            };
            partner: {
                id: string;
                name: string;
            } | null;
            partners: {
                class: string;
                credited: boolean;
                evidence: string[];
                partner: {
                    id: string;
                    name: string;
                };
                reasons: {
                    /** @description The sentence of the signed page by which it was made */
                    clause: string;
                    code: string;
                    /** @description The test as a sentence with the fact behind it */
                    fact: string;
                    factId: string | null;
                    holds: boolean;
                    rule: string;
                }[];
                role: string | null;
            }[];
            /** @description A fact waits for the stored verdict to be decided again */
            pending: boolean;
            policyVersion: number;
            reasons: {
                /** @description The sentence of the signed page by which it was made */
                clause: string;
                code: string;
                /** @description The test as a sentence with the fact behind it */
                fact: string;
                factId: string | null;
                holds: boolean;
                rule: string;
            }[];
            rulings: {
                class: string;
                id: string;
                number: number;
                partner: {
                    id: string;
                    name: string;
                } | null;
                reason: string;
                standsAt: number | null;
            }[];
            segment: string | null;
            sentence: string;
            timeline: {
                closedOn: string | null;
                createdOn: string;
                from: string;
                lockOn: string;
                lookbackFrom: string;
                qualifiedOn: string | null;
                quietFrom: string;
                stages: {
                    from: string;
                    name: string;
                    to: string;
                }[];
                to: string;
            } | null;
        };
        CreditExplanationInput: {
            coSold: boolean;
            counterfactuals: {
                class: string;
                code: string;
                partner: {
                    id: string;
                    name: string;
                } | null;
                sentence: string;
            }[];
            credit: string;
            cycleDays: number | null;
            /** @description The last day on which the credit may be disputed; null while the deal is open */
            disputableUntil: string | null;
            disputed: boolean;
            disputes: {
                claim: string;
                closedAt: number | null;
                id: string;
                number: number;
                openedAt: number;
                outcome: string | null;
                state: string;
            }[];
            evidence: {
                confirmed: boolean;
                confirmedBy: string | null;
                confirmedOn: string | null;
                /** @description Whether the verdict rests on it */
                counts: boolean;
                id: string;
                /** @description The import that brought it */
                importNumber: number | null;
                /** @enum {string} */
                kind: "introduction" | "touch" | "cosell_plan" | "check_in" | "vendor_contact";
                links: string[];
                occurredOn: string;
                outcome: string | null;
                owner: string | null;
                partner: string | null;
                partnerId: string | null;
                person: string | null;
                recordedOn: string;
                /** @description Why we refused the claim */
                refused: string | null;
                role: string | null;
                /** @enum {string} */
                side: "vendor" | "partner";
                stage: number | null;
                way: string;
                what: string;
                withdrawal: {
                    by: string;
                    id: string | null;
                    reason: string;
                    /** @enum {string} */
                    state: "proposed" | "done";
                } | null;
                withdrawn: boolean;
            }[];
            grayArea: boolean;
            history: {
                cause: string;
                class: string;
                coSold: boolean;
                creditId: string;
                decidedAt: number;
                hash: string | null;
                partner: string | null;
                policyVersion: number;
            }[];
            /** @description Whether that day is not over yet in the organization’s time zone */
            isDisputable: boolean;
            isDraft: boolean;
            locked: boolean;
            lockOn: string | null;
            needsPanel: boolean;
            openingBalance: {
                class: string;
                partner: {
                    id: string;
                    name: string;
                };
            } | null;
            opportunity: {
                closedOn: string | null;
                createdOn: string | null;
                id: string;
                /** @enum {string} */
                kind: "new" | "renewal" | "expansion";
                name: string;
                number: number;
                outcome: string;
                qualifiedOn: string | null;
                recordId: string;
            };
            partner: {
                id: string;
                name: string;
            } | null;
            partners: {
                class: string;
                credited: boolean;
                evidence: string[];
                partner: {
                    id: string;
                    name: string;
                };
                reasons: {
                    /** @description The sentence of the signed page by which it was made */
                    clause: string;
                    code: string;
                    /** @description The test as a sentence with the fact behind it */
                    fact: string;
                    factId: string | null;
                    holds: boolean;
                    rule: string;
                }[];
                role: string | null;
            }[];
            /** @description A fact waits for the stored verdict to be decided again */
            pending: boolean;
            policyVersion: number;
            reasons: {
                /** @description The sentence of the signed page by which it was made */
                clause: string;
                code: string;
                /** @description The test as a sentence with the fact behind it */
                fact: string;
                factId: string | null;
                holds: boolean;
                rule: string;
            }[];
            rulings: {
                class: string;
                id: string;
                number: number;
                partner: {
                    id: string;
                    name: string;
                } | null;
                reason: string;
                standsAt: number | null;
            }[];
            segment: string | null;
            sentence: string;
            timeline: {
                closedOn: string | null;
                createdOn: string;
                from: string;
                lockOn: string;
                lookbackFrom: string;
                qualifiedOn: string | null;
                quietFrom: string;
                stages: {
                    from: string;
                    name: string;
                    to: string;
                }[];
                to: string;
            } | null;
        };
        CreditReplay: {
            /**
             * @description The page in question, or a past day
             * @enum {string}
             */
            about: "given" | "draft" | "proposed" | "then";
            /** @description The version of the attribution page in force when it was asked */
            baseVersion: number;
            by: string;
            finishedAt: number | null;
            fromOn: string;
            id: string;
            /** @description The past day of which the numbers are explained */
            knownOn: string | null;
            progress: {
                all: number;
                done: number;
            } | null;
            requestedAt: number;
            result: {
                changes: {
                    /** @description Deals that move by this change alone */
                    alone: number;
                    sentence: string;
                    /** @description Deals that move by it only together with others */
                    together: number;
                }[];
                deals: number;
                flows: {
                    amountMinor: number;
                    deals: number;
                    /** @enum {string} */
                    from: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                    /** @enum {string} */
                    to: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                }[];
                movedDeals: number;
                partners: {
                    after: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                    };
                    before: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                    };
                    partner: {
                        id: string;
                        name: string;
                    };
                }[];
                payAfterMinor: number;
                payBeforeMinor: number;
                quarters: {
                    after: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                        sourcedWonMinor: number;
                    };
                    before: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                        sourcedWonMinor: number;
                    };
                    label: string;
                    start: string;
                }[];
            } | null;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "stopped";
            toOn: string;
        };
        CreditReplayInput: {
            /**
             * @description The page in question, or a past day
             * @enum {string}
             */
            about: "given" | "draft" | "proposed" | "then";
            /** @description The version of the attribution page in force when it was asked */
            baseVersion: number;
            by: string;
            finishedAt: number | null;
            fromOn: string;
            id: string;
            /** @description The past day of which the numbers are explained */
            knownOn: string | null;
            progress: {
                all: number;
                done: number;
            } | null;
            requestedAt: number;
            result: {
                changes: {
                    /** @description Deals that move by this change alone */
                    alone: number;
                    sentence: string;
                    /** @description Deals that move by it only together with others */
                    together: number;
                }[];
                deals: number;
                flows: {
                    amountMinor: number;
                    deals: number;
                    /** @enum {string} */
                    from: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                    /** @enum {string} */
                    to: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                }[];
                movedDeals: number;
                partners: {
                    after: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                    };
                    before: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                    };
                    partner: {
                        id: string;
                        name: string;
                    };
                }[];
                payAfterMinor: number;
                payBeforeMinor: number;
                quarters: {
                    after: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                        sourcedWonMinor: number;
                    };
                    before: {
                        deals: {
                            [key: string]: number;
                        };
                        payMinor: number;
                        sourcedMinor: number;
                        sourcedWonMinor: number;
                    };
                    label: string;
                    start: string;
                }[];
            } | null;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "stopped";
            toOn: string;
        };
        CrmCheck: {
            checkedAt: number;
            checkedBy: string;
            checkId: string;
            fileName: string;
            result: {
                /** @description Those that the CRM holds as Tandem says */
                arrived: number;
                columns: {
                    class: string | null;
                    evidenceLink: string | null;
                    lockDate: string | null;
                    originDate: string | null;
                    pageVersion: string | null;
                    partner: string | null;
                    registration: string | null;
                    role: string | null;
                };
                compared: ("partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration")[];
                /** @description Deals that have a verdict */
                decided: number;
                differences: {
                    [key: string]: number;
                };
                known: number;
                listed: number;
                notes: string[];
                readiness: {
                    canTag: boolean;
                    items: {
                        add: string;
                        column: string | null;
                        holds: boolean;
                        /** @enum {string} */
                        item: "recordId" | "created" | "stage" | "stageHistory" | "amount" | "currency" | "owner" | "partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration";
                        label: string;
                        /** @description Without it no deal can be tagged */
                        needed: boolean;
                    }[];
                };
                rows: number;
                unknown: number;
            };
            sha256: string;
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        CrmCheckInput: {
            checkedAt: number;
            checkedBy: string;
            checkId: string;
            fileName: string;
            result: {
                /** @description Those that the CRM holds as Tandem says */
                arrived: number;
                columns: {
                    class: string | null;
                    evidenceLink: string | null;
                    lockDate: string | null;
                    originDate: string | null;
                    pageVersion: string | null;
                    partner: string | null;
                    registration: string | null;
                    role: string | null;
                };
                compared: ("partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration")[];
                /** @description Deals that have a verdict */
                decided: number;
                differences: {
                    [key: string]: number;
                };
                known: number;
                listed: number;
                notes: string[];
                readiness: {
                    canTag: boolean;
                    items: {
                        add: string;
                        column: string | null;
                        holds: boolean;
                        /** @enum {string} */
                        item: "recordId" | "created" | "stage" | "stageHistory" | "amount" | "currency" | "owner" | "partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration";
                        label: string;
                        /** @description Without it no deal can be tagged */
                        needed: boolean;
                    }[];
                };
                rows: number;
                unknown: number;
            };
            sha256: string;
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        CrmDifference: {
            deal: {
                name: string;
                number: number;
                recordId: string;
            } | null;
            /** @description What Tandem says */
            expected: string;
            field: ("partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration") | null;
            /** @description What the CRM holds */
            found: string;
            /** @enum {string} */
            kind: "missing_field" | "missing_value" | "other_value" | "stale_version" | "missing_deal";
            position: number;
            /** @description The row of the file; the first one is 1 */
            row: number | null;
        };
        CrmDifferenceInput: {
            deal: {
                name: string;
                number: number;
                recordId: string;
            } | null;
            /** @description What Tandem says */
            expected: string;
            field: ("partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration") | null;
            /** @description What the CRM holds */
            found: string;
            /** @enum {string} */
            kind: "missing_field" | "missing_value" | "other_value" | "stale_version" | "missing_deal";
            position: number;
            /** @description The row of the file; the first one is 1 */
            row: number | null;
        };
        CrmExport: {
            deals: number;
            fields: {
                defined: boolean;
                /** @enum {string} */
                field: "partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration";
                name: string;
            }[];
            files: {
                bytes: number;
                path: string;
            }[];
            leftOut: {
                id: string;
                number: number;
                why: string;
            }[];
            /** @description Accepted registrations whose deal the CRM does not have yet */
            newDeals: number;
            notes: string[];
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        CrmExportInput: {
            deals: number;
            fields: {
                defined: boolean;
                /** @enum {string} */
                field: "partner" | "class" | "role" | "originDate" | "evidenceLink" | "lockDate" | "pageVersion" | "registration";
                name: string;
            }[];
            files: {
                bytes: number;
                path: string;
            }[];
            leftOut: {
                id: string;
                number: number;
                why: string;
            }[];
            /** @description Accepted registrations whose deal the CRM does not have yet */
            newDeals: number;
            notes: string[];
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        CrmMap: {
            /** @description The CRM’s field by what it carries; null is not carried */
            names: {
                class: string | null;
                evidenceLink: string | null;
                lockDate: string | null;
                originDate: string | null;
                pageVersion: string | null;
                partner: string | null;
                registration: string | null;
                role: string | null;
            };
            /** @description The source whose deals this CRM holds */
            source: string;
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        CrmMapInput: {
            /** @description The CRM’s field by what it carries; null is not carried */
            names: {
                class: string | null;
                evidenceLink: string | null;
                lockDate: string | null;
                originDate: string | null;
                pageVersion: string | null;
                partner: string | null;
                registration: string | null;
                role: string | null;
            };
            /** @description The source whose deals this CRM holds */
            source: string;
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        DealMail: {
            /** @description What came with it, by name; the files themselves are not kept */
            attachments: {
                bytes: number;
                name: string;
                type: string;
            }[];
            dismissedFor: string | null;
            /** @description Whom the mail names as its sender; nobody has proved it */
            from: {
                address: string;
                name: string | null;
            } | null;
            /** @description Names the mail as evidence too: mail:<id> */
            mailId: string;
            /** @description By the date of the mail itself */
            occurredOn: string;
            partner: {
                id: string;
                name: string;
            } | null;
            person: string | null;
            receivedOn: string;
            /** @enum {string} */
            state: "waits" | "touch" | "dismissed";
            subject: string;
        };
        DealMailInput: {
            /** @description What came with it, by name; the files themselves are not kept */
            attachments: {
                bytes: number;
                name: string;
                type: string;
            }[];
            dismissedFor: string | null;
            /** @description Whom the mail names as its sender; nobody has proved it */
            from: {
                address: string;
                name: string | null;
            } | null;
            /** @description Names the mail as evidence too: mail:<id> */
            mailId: string;
            /** @description By the date of the mail itself */
            occurredOn: string;
            partner: {
                id: string;
                name: string;
            } | null;
            person: string | null;
            receivedOn: string;
            /** @enum {string} */
            state: "waits" | "touch" | "dismissed";
            subject: string;
        };
        Delivery: {
            /** @description What the server said, or why nothing was sent */
            answer: string | null;
            digestOn: string | null;
            endedAt: number | null;
            id: string;
            /** @enum {string} */
            kind: "at_once" | "digest" | "post" | "test" | "rep";
            mayRenew: boolean;
            nextTryAt: number | null;
            notices: {
                /**
                 * @description That of the sentence
                 * @enum {string}
                 */
                language: "en" | "de";
                leftOut: boolean;
                link: string;
                sentence: string;
            }[];
            queuedAt: number;
            /** @enum {string} */
            state: "queued" | "sending" | "waiting" | "sent" | "failed" | "dropped";
            to: {
                address: string | null;
                partner: string | null;
                person: string | null;
            };
            tries: number;
        };
        DeliveryInput: {
            /** @description What the server said, or why nothing was sent */
            answer: string | null;
            digestOn: string | null;
            endedAt: number | null;
            id: string;
            /** @enum {string} */
            kind: "at_once" | "digest" | "post" | "test" | "rep";
            mayRenew: boolean;
            nextTryAt: number | null;
            notices: {
                /**
                 * @description That of the sentence
                 * @enum {string}
                 */
                language: "en" | "de";
                leftOut: boolean;
                link: string;
                sentence: string;
            }[];
            queuedAt: number;
            /** @enum {string} */
            state: "queued" | "sending" | "waiting" | "sent" | "failed" | "dropped";
            to: {
                address: string | null;
                partner: string | null;
                person: string | null;
            };
            tries: number;
        };
        Dispute: {
            claim: string;
            claimedClass: string | null;
            closedAt: number | null;
            credit: string;
            deal: string;
            dealNumber: number;
            dueAt: number | null;
            id: string;
            isOverdue: boolean;
            number: number;
            openedAt: number;
            opportunityId: string;
            outcome: string | null;
            partner: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            side: "vendor" | "partner";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "closed" | "withdrawn";
        };
        DisputeCase: {
            claim: string;
            claimedClass: string | null;
            closedAt: number | null;
            credit: string;
            deal: string;
            dealNumber: number;
            dueAt: number | null;
            id: string;
            isOverdue: boolean;
            moves: {
                allowed: boolean;
                /** @enum {string} */
                move: "answer" | "add" | "appeal" | "withdraw";
                why: string | null;
            }[];
            number: number;
            openedAt: number;
            openedBy: string;
            opportunityId: string;
            outcome: string | null;
            panel: {
                isAppeal: boolean;
                mayRule: boolean;
                members: {
                    hasSigned: boolean;
                    id: string;
                    name: string;
                    seat: string | null;
                    why: string | null;
                }[];
                needsCfo: boolean;
                why: string | null;
            };
            partner: {
                id: string;
                name: string;
            } | null;
            rulings: components["schemas"]["Ruling"][];
            /** @enum {string} */
            side: "vendor" | "partner";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "closed" | "withdrawn";
            statements: {
                at: number;
                body: string;
                by: string;
                id: string;
                kind: string;
                links: string[];
                /** @enum {string} */
                side: "vendor" | "partner";
            }[];
        };
        DisputeCaseInput: {
            claim: string;
            claimedClass: string | null;
            closedAt: number | null;
            credit: string;
            deal: string;
            dealNumber: number;
            dueAt: number | null;
            id: string;
            isOverdue: boolean;
            moves: {
                allowed: boolean;
                /** @enum {string} */
                move: "answer" | "add" | "appeal" | "withdraw";
                why: string | null;
            }[];
            number: number;
            openedAt: number;
            openedBy: string;
            opportunityId: string;
            outcome: string | null;
            panel: {
                isAppeal: boolean;
                mayRule: boolean;
                members: {
                    hasSigned: boolean;
                    id: string;
                    name: string;
                    seat: string | null;
                    why: string | null;
                }[];
                needsCfo: boolean;
                why: string | null;
            };
            partner: {
                id: string;
                name: string;
            } | null;
            rulings: components["schemas"]["RulingInput"][];
            /** @enum {string} */
            side: "vendor" | "partner";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "closed" | "withdrawn";
            statements: {
                at: number;
                body: string;
                by: string;
                id: string;
                kind: string;
                links: string[];
                /** @enum {string} */
                side: "vendor" | "partner";
            }[];
        };
        DisputeInput: {
            claim: string;
            claimedClass: string | null;
            closedAt: number | null;
            credit: string;
            deal: string;
            dealNumber: number;
            dueAt: number | null;
            id: string;
            isOverdue: boolean;
            number: number;
            openedAt: number;
            opportunityId: string;
            outcome: string | null;
            partner: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            side: "vendor" | "partner";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "closed" | "withdrawn";
        };
        FigureRows: {
            /** Format: date */
            asOf: string;
            /** @description Names the rows behind a number */
            figure: string;
            items: {
                accountName: string | null;
                closedOn: string | null;
                contribution: number | null;
                enteredOn: string | null;
                expectedCloseOn: string | null;
                isDisputed: boolean;
                isUnproven: boolean;
                name: string;
                number: number;
                opportunityId: string;
                /** @enum {string} */
                outcome: "open" | "won" | "lost" | "unknown";
                partnerName: string | null;
            }[];
            nextCursor: string | null;
            rows: number;
            rowsWithoutAmount: number;
            total: number | null;
            /** @enum {string} */
            unit: "minor" | "deals" | "days" | "wins";
        };
        FigureRowsInput: {
            /** Format: date */
            asOf: string;
            /** @description Names the rows behind a number */
            figure: string;
            items: {
                accountName: string | null;
                closedOn: string | null;
                contribution: number | null;
                enteredOn: string | null;
                expectedCloseOn: string | null;
                isDisputed: boolean;
                isUnproven: boolean;
                name: string;
                number: number;
                opportunityId: string;
                /** @enum {string} */
                outcome: "open" | "won" | "lost" | "unknown";
                partnerName: string | null;
            }[];
            nextCursor: string | null;
            rows: number;
            rowsWithoutAmount: number;
            total: number | null;
            /** @enum {string} */
            unit: "minor" | "deals" | "days" | "wins";
        };
        FixedFigure: {
            amountMinor: number | null;
            assumedDeals: number;
            booked: {
                accepted: number;
                acceptedMinor: number;
                /** Format: date */
                closedOn: string;
                waiting: number;
                waitingMinor: number;
            } | null;
            deals: number;
            dealsWithoutAmount: number;
            disputedDeals: number;
            /** @description Names the rows behind a number */
            figure: string;
            period: components["schemas"]["QuarterName"];
            sinceLastMonday: {
                amountMinor: number;
                deals: number;
            };
            targetMinor: number | null;
            weeks: {
                amountMinor: number | null;
                deals: number;
                /** Format: date */
                on: string;
                quarter: string;
            }[];
        };
        FixedFigureInput: {
            amountMinor: number | null;
            assumedDeals: number;
            booked: {
                accepted: number;
                acceptedMinor: number;
                /** Format: date */
                closedOn: string;
                waiting: number;
                waitingMinor: number;
            } | null;
            deals: number;
            dealsWithoutAmount: number;
            disputedDeals: number;
            /** @description Names the rows behind a number */
            figure: string;
            period: components["schemas"]["QuarterNameInput"];
            sinceLastMonday: {
                amountMinor: number;
                deals: number;
            };
            targetMinor: number | null;
            weeks: {
                amountMinor: number | null;
                deals: number;
                /** Format: date */
                on: string;
                quarter: string;
            }[];
        };
        ForecastFigure: {
            backtest: {
                bias: number | null;
                candidates: {
                    /** @enum {string} */
                    method: "mean" | "last";
                    wape: number | null;
                }[];
                origins: number;
                /** @constant */
                state: "measured";
                wape: number | null;
            } | {
                hasQuarters: number;
                needsQuarters: number;
                /** @constant */
                state: "waiting";
            };
            chance: {
                amountVariation: number;
                dealsPerQuarter: number;
                wape: number;
            } | null;
            /** @description Names the rows behind a number */
            figure: string;
            highMinor: number | null;
            likelyMinor: number | null;
            lowMinor: number | null;
            /** @enum {string} */
            method: "mean" | "last" | "none";
            methodText: string;
            period: components["schemas"]["QuarterName"];
            quarters: {
                amountMinor: number | null;
                deals: number;
                dealsWithoutAmount: number;
                /** @description Names the rows behind a number */
                figure: string;
                period: components["schemas"]["QuarterName"];
            }[];
            sinceLastMonday: {
                likelyMinor: number;
            } | null;
            targetMinor: number | null;
            waitsFor: string | null;
            weeks: {
                likelyMinor: number | null;
                /** Format: date */
                on: string;
                quarter: string;
            }[];
        };
        ForecastFigureInput: {
            backtest: {
                bias: number | null;
                candidates: {
                    /** @enum {string} */
                    method: "mean" | "last";
                    wape: number | null;
                }[];
                origins: number;
                /** @constant */
                state: "measured";
                wape: number | null;
            } | {
                hasQuarters: number;
                needsQuarters: number;
                /** @constant */
                state: "waiting";
            };
            chance: {
                amountVariation: number;
                dealsPerQuarter: number;
                wape: number;
            } | null;
            /** @description Names the rows behind a number */
            figure: string;
            highMinor: number | null;
            likelyMinor: number | null;
            lowMinor: number | null;
            /** @enum {string} */
            method: "mean" | "last" | "none";
            methodText: string;
            period: components["schemas"]["QuarterNameInput"];
            quarters: {
                amountMinor: number | null;
                deals: number;
                dealsWithoutAmount: number;
                /** @description Names the rows behind a number */
                figure: string;
                period: components["schemas"]["QuarterNameInput"];
            }[];
            sinceLastMonday: {
                likelyMinor: number;
            } | null;
            targetMinor: number | null;
            waitsFor: string | null;
            weeks: {
                likelyMinor: number | null;
                /** Format: date */
                on: string;
                quarter: string;
            }[];
        };
        FrozenFigure: {
            accepted: number;
            /** @description What accepted restatements moved */
            acceptedMinor: number;
            /** @enum {string} */
            class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
            deals: number;
            /** @description As booked */
            frozenMinor: number;
            /** @enum {string} */
            measure: "pipeline" | "closed_won";
            waiting: number;
            /** @description What the restatements that wait would move */
            waitingMinor: number;
        };
        FrozenFigureInput: {
            accepted: number;
            /** @description What accepted restatements moved */
            acceptedMinor: number;
            /** @enum {string} */
            class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
            deals: number;
            /** @description As booked */
            frozenMinor: number;
            /** @enum {string} */
            measure: "pipeline" | "closed_won";
            waiting: number;
            /** @description What the restatements that wait would move */
            waitingMinor: number;
        };
        FunnelFact: {
            comparison: number | null;
            deals: number;
            key: string;
            /** @enum {string} */
            kind: "stage_days" | "stage_conversion" | "lost_at" | "win_rate" | "cycle_days" | "deal_size";
            /** @description It is worse than the other stages */
            showsFriction: boolean;
            stage: {
                name: string;
                order: number;
            } | null;
            /** @enum {string} */
            unit: "days" | "share" | "money";
            value: number;
        };
        FunnelFactInput: {
            comparison: number | null;
            deals: number;
            key: string;
            /** @enum {string} */
            kind: "stage_days" | "stage_conversion" | "lost_at" | "win_rate" | "cycle_days" | "deal_size";
            /** @description It is worse than the other stages */
            showsFriction: boolean;
            stage: {
                name: string;
                order: number;
            } | null;
            /** @enum {string} */
            unit: "days" | "share" | "money";
            value: number;
        };
        GateCondition: {
            code: string;
            evidence: string | null;
            on: string | null;
            /** @description A page of the program, or a place of the desk */
            place: string;
            rule: string;
            says: string;
            /** @enum {string} */
            state: "met" | "unmet" | "not_measured";
            who: ("cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae")[];
        };
        GateConditionInput: {
            code: string;
            evidence: string | null;
            on: string | null;
            /** @description A page of the program, or a place of the desk */
            place: string;
            rule: string;
            says: string;
            /** @enum {string} */
            state: "met" | "unmet" | "not_measured";
            who: ("cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae")[];
        };
        GateOverride: {
            by: string;
            /** @enum {string} */
            gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
            /** Format: date */
            on: string;
            reason: string;
        };
        GateOverrideInput: {
            by: string;
            /** @enum {string} */
            gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
            /** Format: date */
            on: string;
            reason: string;
        };
        GateStanding: {
            conditions: components["schemas"]["GateCondition"][];
            /** @enum {string} */
            key: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
            name: string;
            openedOn: string | null;
            override: components["schemas"]["GateOverride"] | null;
            /** @enum {string} */
            owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
            planned: {
                /** Format: date */
                by: string;
                /** Format: date */
                from: string;
            } | null;
            /** @enum {string} */
            state: "open" | "overridden" | "closed";
            title: string;
            unlocks: string;
            waitsFor: ("g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7")[];
            weeks: {
                by: number;
                from: number;
            };
        };
        GateStandingInput: {
            conditions: components["schemas"]["GateConditionInput"][];
            /** @enum {string} */
            key: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
            name: string;
            openedOn: string | null;
            override: components["schemas"]["GateOverrideInput"] | null;
            /** @enum {string} */
            owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
            planned: {
                /** Format: date */
                by: string;
                /** Format: date */
                from: string;
            } | null;
            /** @enum {string} */
            state: "open" | "overridden" | "closed";
            title: string;
            unlocks: string;
            waitsFor: ("g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7")[];
            weeks: {
                by: number;
                from: number;
            };
        };
        GroupMedian: {
            days: number;
            /** @description Names the rows behind a number */
            figure: string;
            highDays: number;
            lowDays: number;
            n: number;
            /** @constant */
            state: "measured";
        } | {
            /** @description Names the rows behind a number */
            figure: string;
            n: number;
            needs: number;
            reason: string;
            /** @constant */
            state: "hidden";
        };
        GroupMedianInput: {
            days: number;
            /** @description Names the rows behind a number */
            figure: string;
            highDays: number;
            lowDays: number;
            n: number;
            /** @constant */
            state: "measured";
        } | {
            /** @description Names the rows behind a number */
            figure: string;
            n: number;
            needs: number;
            reason: string;
            /** @constant */
            state: "hidden";
        };
        GroupRate: {
            /** @description Names the rows behind a number */
            figure: string;
            high: number;
            low: number;
            n: number;
            /** @constant */
            state: "measured";
            value: number;
            won: number;
        } | {
            /** @description Names the rows behind a number */
            figure: string;
            n: number;
            needs: number;
            reason: string;
            /** @constant */
            state: "hidden";
        };
        GroupRateInput: {
            /** @description Names the rows behind a number */
            figure: string;
            high: number;
            low: number;
            n: number;
            /** @constant */
            state: "measured";
            value: number;
            won: number;
        } | {
            /** @description Names the rows behind a number */
            figure: string;
            n: number;
            needs: number;
            reason: string;
            /** @constant */
            state: "hidden";
        };
        Import: {
            committedAt: number;
            committedBy: string;
            counts: {
                [key: string]: number;
            };
            fileName: string;
            firstOfSource: boolean;
            importId: string;
            kind: components["schemas"]["ImportKind"];
            mapping: components["schemas"]["ImportMapping"];
            number: number;
            sha256: string;
            source: string;
            withdrawnAt: number | null;
            withdrawnBy: string | null;
        };
        ImportCounts: {
            create: number;
            reject: number;
            rows: number;
            skip: number;
            unchanged: number;
            update: number;
        };
        ImportCountsInput: {
            create: number;
            reject: number;
            rows: number;
            skip: number;
            unchanged: number;
            update: number;
        };
        ImportDraft: {
            draftId: string;
            failure: string | null;
            fileId: string;
            fileName: string;
            importId: string | null;
            /** @description A person set the mapping; until then it is a suggestion */
            isConfirmed: boolean;
            mapping: components["schemas"]["ImportMapping"] | null;
            progress: {
                /** @enum {string} */
                phase: "reading" | "writing" | "projecting";
                rows: number;
                /** @description Of the file, from 0 to 1 */
                share: number;
            } | null;
            /** @description The mapping is the one that an earlier import with these columns used */
            remembered: boolean;
            result: {
                counts: components["schemas"]["ImportCounts"];
                /** @description Rejected rows, by what repairs them */
                groups: {
                    code: string;
                    column: string | null;
                    examples: {
                        found: string;
                        row: number | null;
                    }[];
                    expected: string;
                    repair: string;
                    rows: number;
                }[];
                newAccounts: number;
                newPartners: number;
                /** @description Rows that come in, and what is worth knowing about them */
                notes: {
                    code: string;
                    column: string | null;
                    examples: {
                        found: string;
                        row: number | null;
                    }[];
                    expected: string;
                    repair: string;
                    rows: number;
                }[];
                /** @description The first of the rejected rows */
                rejects: components["schemas"]["ImportReject"][];
            } | null;
            source: string;
            /** @enum {string} */
            state: "uploaded" | "running" | "tried" | "failed" | "committed" | "discarded";
            task: ("try" | "commit") | null;
            understanding: components["schemas"]["ImportUnderstanding"] | null;
            updatedAt: number;
        };
        ImportDraftInput: {
            draftId: string;
            failure: string | null;
            fileId: string;
            fileName: string;
            importId: string | null;
            /** @description A person set the mapping; until then it is a suggestion */
            isConfirmed: boolean;
            mapping: components["schemas"]["ImportMappingInput"] | null;
            progress: {
                /** @enum {string} */
                phase: "reading" | "writing" | "projecting";
                rows: number;
                /** @description Of the file, from 0 to 1 */
                share: number;
            } | null;
            /** @description The mapping is the one that an earlier import with these columns used */
            remembered: boolean;
            result: {
                counts: components["schemas"]["ImportCountsInput"];
                /** @description Rejected rows, by what repairs them */
                groups: {
                    code: string;
                    column: string | null;
                    examples: {
                        found: string;
                        row: number | null;
                    }[];
                    expected: string;
                    repair: string;
                    rows: number;
                }[];
                newAccounts: number;
                newPartners: number;
                /** @description Rows that come in, and what is worth knowing about them */
                notes: {
                    code: string;
                    column: string | null;
                    examples: {
                        found: string;
                        row: number | null;
                    }[];
                    expected: string;
                    repair: string;
                    rows: number;
                }[];
                /** @description The first of the rejected rows */
                rejects: components["schemas"]["ImportRejectInput"][];
            } | null;
            source: string;
            /** @enum {string} */
            state: "uploaded" | "running" | "tried" | "failed" | "committed" | "discarded";
            task: ("try" | "commit") | null;
            understanding: components["schemas"]["ImportUnderstandingInput"] | null;
            updatedAt: number;
        };
        ImportFileChoice: {
            /** @enum {string} */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding?: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "windows-1252";
            headerRow?: number;
            sheet?: string;
        };
        ImportFileChoiceInput: {
            /** @enum {string} */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding?: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "windows-1252";
            headerRow?: number;
            sheet?: string;
        };
        ImportInput: {
            committedAt: number;
            committedBy: string;
            counts: {
                [key: string]: number;
            };
            fileName: string;
            firstOfSource: boolean;
            importId: string;
            kind: components["schemas"]["ImportKindInput"];
            mapping: components["schemas"]["ImportMappingInput"];
            number: number;
            sha256: string;
            source: string;
            withdrawnAt: number | null;
            withdrawnBy: string | null;
        };
        /** @enum {string} */
        ImportKind: "opportunities" | "stage-history" | "accounts" | "partners" | "opportunity-partners" | "touches" | "registrations";
        /** @enum {string} */
        ImportKindInput: "opportunities" | "stage-history" | "accounts" | "partners" | "opportunity-partners" | "touches" | "registrations";
        ImportMapping: {
            /** @description Field → column of the file */
            columns: {
                [key: string]: string;
            };
            currency?: string;
            /** @enum {string} */
            dateOrder?: "mdy" | "dmy" | "ymd";
            /** @enum {string} */
            decimal?: "." | ",";
            file?: components["schemas"]["ImportFileChoice"];
            kind: components["schemas"]["ImportKind"];
            outcomes?: {
                [key: string]: "open" | "won" | "lost";
            };
            partner?: {
                column: string;
                role?: string;
                separator?: string;
                values?: {
                    [key: string]: string | null;
                };
            };
            /** @description The system whose record ids these are */
            source?: string;
            sourceTimeZone?: string;
            /** @description Date column → stage */
            stageColumns?: {
                [key: string]: string;
            };
            stages?: {
                [key: string]: {
                    entry?: boolean;
                    ignore?: boolean;
                    order?: number;
                    /** @enum {string} */
                    outcome?: "open" | "won" | "lost";
                };
            };
            timeZone?: string;
        } & {
            [key: string]: unknown;
        };
        ImportMappingInput: {
            /** @description Field → column of the file */
            columns: {
                [key: string]: string;
            };
            currency?: string;
            /** @enum {string} */
            dateOrder?: "mdy" | "dmy" | "ymd";
            /** @enum {string} */
            decimal?: "." | ",";
            file?: components["schemas"]["ImportFileChoiceInput"];
            kind: components["schemas"]["ImportKindInput"];
            outcomes?: {
                [key: string]: "open" | "won" | "lost";
            };
            partner?: {
                column: string;
                role?: string;
                separator?: string;
                values?: {
                    [key: string]: string | null;
                };
            };
            /** @description The system whose record ids these are */
            source?: string;
            sourceTimeZone?: string;
            /** @description Date column → stage */
            stageColumns?: {
                [key: string]: string;
            };
            stages?: {
                [key: string]: {
                    entry?: boolean;
                    ignore?: boolean;
                    order?: number;
                    /** @enum {string} */
                    outcome?: "open" | "won" | "lost";
                };
            };
            timeZone?: string;
        } & {
            [key: string]: unknown;
        };
        ImportReject: {
            code: string;
            column: string | null;
            expected: string;
            found: string;
            repair: string;
            row: number;
        };
        ImportRejectInput: {
            code: string;
            column: string | null;
            expected: string;
            found: string;
            repair: string;
            row: number;
        };
        ImportUnderstanding: {
            columns: {
                column: string;
                examples: string[];
                field: string | null;
                reason: string;
            }[];
            kind: components["schemas"]["ImportKind"];
            kindReason: string;
            partnerCandidates: components["schemas"]["PartnerCandidate"][];
            questions: {
                about: string;
                choices: {
                    label: string;
                    value: string;
                }[];
                id: string;
                path: string[];
                required: boolean;
                suggested: string | null;
                text: string;
                why: string;
            }[];
            rows: number;
            sampleRows: string[][];
            shape: {
                container: string;
                delimiter: string;
                encoding: string;
                /** @description The first lines below the data that were left out */
                footerLines: string[];
                headerRow: number;
                notes: string[];
                /** @description The first lines above the header */
                preambleLines: string[];
                sheet: string | null;
                sheets: string[];
            };
            source: string;
            sourceReason: string;
            stages: {
                name: string;
                order: number | null;
                reason: string;
                rows: number;
                soundsLike: ("open" | "won" | "lost") | null;
            }[];
        };
        ImportUnderstandingInput: {
            columns: {
                column: string;
                examples: string[];
                field: string | null;
                reason: string;
            }[];
            kind: components["schemas"]["ImportKindInput"];
            kindReason: string;
            partnerCandidates: components["schemas"]["PartnerCandidateInput"][];
            questions: {
                about: string;
                choices: {
                    label: string;
                    value: string;
                }[];
                id: string;
                path: string[];
                required: boolean;
                suggested: string | null;
                text: string;
                why: string;
            }[];
            rows: number;
            sampleRows: string[][];
            shape: {
                container: string;
                delimiter: string;
                encoding: string;
                /** @description The first lines below the data that were left out */
                footerLines: string[];
                headerRow: number;
                notes: string[];
                /** @description The first lines above the header */
                preambleLines: string[];
                sheet: string | null;
                sheets: string[];
            };
            source: string;
            sourceReason: string;
            stages: {
                name: string;
                order: number | null;
                reason: string;
                rows: number;
                soundsLike: ("open" | "won" | "lost") | null;
            }[];
        };
        Indicator: {
            /** @enum {string} */
            group: "capability" | "capacity" | "motion" | "conversion";
            /** @enum {string} */
            name: "certifiedPartners" | "activeReps" | "touchesPerPartner" | "registrationsPerPartner" | "registeredToPipeline";
            series: {
                archetype: string | null;
                partners: number;
                target: number | null;
                value: number;
                weeks: {
                    /** Format: date */
                    on: string;
                    value: number;
                }[];
            }[];
            /** @constant */
            state: "measured";
            text: string;
            /** @enum {string} */
            unit: "count" | "perPartner" | "share";
        } | {
            /** @enum {string} */
            group: "capability" | "capacity" | "motion" | "conversion";
            /** @enum {string} */
            name: "certifiedPartners" | "activeReps" | "touchesPerPartner" | "registrationsPerPartner" | "registeredToPipeline";
            /** @constant */
            state: "waiting";
            text: string;
            /** @enum {string} */
            unit: "count" | "perPartner" | "share";
            waitsFor: string;
        };
        IndicatorInput: {
            /** @enum {string} */
            group: "capability" | "capacity" | "motion" | "conversion";
            /** @enum {string} */
            name: "certifiedPartners" | "activeReps" | "touchesPerPartner" | "registrationsPerPartner" | "registeredToPipeline";
            series: {
                archetype: string | null;
                partners: number;
                target: number | null;
                value: number;
                weeks: {
                    /** Format: date */
                    on: string;
                    value: number;
                }[];
            }[];
            /** @constant */
            state: "measured";
            text: string;
            /** @enum {string} */
            unit: "count" | "perPartner" | "share";
        } | {
            /** @enum {string} */
            group: "capability" | "capacity" | "motion" | "conversion";
            /** @enum {string} */
            name: "certifiedPartners" | "activeReps" | "touchesPerPartner" | "registrationsPerPartner" | "registeredToPipeline";
            /** @constant */
            state: "waiting";
            text: string;
            /** @enum {string} */
            unit: "count" | "perPartner" | "share";
            waitsFor: string;
        };
        /** @enum {string} */
        InterimAs: "ceo" | "cro" | "advisor";
        /** @enum {string} */
        InterimAsInput: "ceo" | "cro" | "advisor";
        KeptTouch: {
            /** @description What the act lacks to count, and what it can still earn */
            remarks: {
                /** @enum {string} */
                code: "after_close" | "no_outcome" | "no_evidence" | "no_stage" | "logged_late" | "origin_only" | "overlap" | "unconfirmed" | "before_deal";
                sentence: string;
            }[];
            touchId: string;
        };
        KeptTouchInput: {
            /** @description What the act lacks to count, and what it can still earn */
            remarks: {
                /** @enum {string} */
                code: "after_close" | "no_outcome" | "no_evidence" | "no_stage" | "logged_late" | "origin_only" | "overlap" | "unconfirmed" | "before_deal";
                sentence: string;
            }[];
            touchId: string;
        };
        /** @enum {string} */
        KeyCapability: "organization.read" | "scoreboard.read" | "opportunity.read" | "partner.read" | "partner.change" | "touch.record" | "registration.read" | "registration.record" | "import.read" | "import.run" | "crm.work";
        /** @enum {string} */
        KeyCapabilityInput: "organization.read" | "scoreboard.read" | "opportunity.read" | "partner.read" | "partner.change" | "touch.record" | "registration.read" | "registration.record" | "import.read" | "import.run" | "crm.work";
        LaunchPlan: {
            kickoffOn: string | null;
            milestones: {
                actualOn: string | null;
                isOverridden: boolean;
                key: string;
                /** @enum {string} */
                owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
                planned: {
                    /** Format: date */
                    by: string;
                    /** Format: date */
                    from: string;
                } | null;
                says: string | null;
                /** @enum {string} */
                state: "done" | "done_late" | "ahead" | "due" | "late" | "coming" | "not_scheduled";
                title: string;
                when: string;
            }[];
            paths: {
                a: components["schemas"]["LaunchTrack"];
                b: components["schemas"]["LaunchTrack"];
                monthsSaved: {
                    from: number;
                    to: number;
                };
                says: string;
                weeks: {
                    from: number;
                    to: number;
                };
            };
        };
        LaunchPlanInput: {
            kickoffOn: string | null;
            milestones: {
                actualOn: string | null;
                isOverridden: boolean;
                key: string;
                /** @enum {string} */
                owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
                planned: {
                    /** Format: date */
                    by: string;
                    /** Format: date */
                    from: string;
                } | null;
                says: string | null;
                /** @enum {string} */
                state: "done" | "done_late" | "ahead" | "due" | "late" | "coming" | "not_scheduled";
                title: string;
                when: string;
            }[];
            paths: {
                a: components["schemas"]["LaunchTrackInput"];
                b: components["schemas"]["LaunchTrackInput"];
                monthsSaved: {
                    from: number;
                    to: number;
                };
                says: string;
                weeks: {
                    from: number;
                    to: number;
                };
            };
        };
        LaunchTrack: {
            points: {
                /** @enum {string} */
                key: "design_ready" | "hire" | "cohort" | "first_joint_opportunity" | "first_sourced_win";
                months: {
                    from: number;
                    to: number;
                };
                on: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                } | null;
                title: string;
                when: string;
            }[];
            title: string;
            total: {
                from: number;
                to: number;
            };
        };
        LaunchTrackInput: {
            points: {
                /** @enum {string} */
                key: "design_ready" | "hire" | "cohort" | "first_joint_opportunity" | "first_sourced_win";
                months: {
                    from: number;
                    to: number;
                };
                on: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                } | null;
                title: string;
                when: string;
            }[];
            title: string;
            total: {
                from: number;
                to: number;
            };
        };
        LedgerActual: {
            deals: number;
            evidence: string;
            key: string;
            value: number;
        };
        LedgerActualInput: {
            deals: number;
            evidence: string;
            key: string;
            value: number;
        };
        LiftComparison: {
            balance: {
                after: number;
                before: number;
                directShare: number;
                level: string;
                partnerShare: number;
                /** @enum {string} */
                trait: "customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage";
            }[];
            cycle: components["schemas"]["LiftCycle"];
            direct: components["schemas"]["LiftSide"] | null;
            /** @enum {string} */
            exposure: "sourced" | "coSold" | "influenced";
            fromEntry: {
                cycle: components["schemas"]["LiftCycle"];
                win: components["schemas"]["LiftWin"];
            };
            /** @description Share of partner deals that have a comparable deal */
            kept: number;
            matchedOn: ("customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage")[];
            /** @description What a plain report of closed deals would say */
            naive: {
                cycleRatio: number;
                direct: {
                    closed: number;
                    meanDays: number;
                    won: number;
                };
                partner: {
                    closed: number;
                    meanDays: number;
                    won: number;
                };
                winRatio: number;
            } | null;
            needed: {
                deals: number | null;
                lift: number;
            }[];
            partner: components["schemas"]["LiftSide"] | null;
            regressedOn: ("customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage")[];
            size: components["schemas"]["LiftSize"];
            /** @enum {string} */
            start: "creation" | "landmark";
            told: {
                cycle: string;
                lacks: {
                    cycle: string[];
                    size: string[];
                    win: string[];
                };
                robust: string | null;
                unmeasured: string | null;
                win: string;
            };
            win: components["schemas"]["LiftWin"];
            without: ("customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage")[];
            worst: {
                after: number;
                before: number;
            };
        };
        LiftComparisonInput: {
            balance: {
                after: number;
                before: number;
                directShare: number;
                level: string;
                partnerShare: number;
                /** @enum {string} */
                trait: "customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage";
            }[];
            cycle: components["schemas"]["LiftCycleInput"];
            direct: components["schemas"]["LiftSideInput"] | null;
            /** @enum {string} */
            exposure: "sourced" | "coSold" | "influenced";
            fromEntry: {
                cycle: components["schemas"]["LiftCycleInput"];
                win: components["schemas"]["LiftWinInput"];
            };
            /** @description Share of partner deals that have a comparable deal */
            kept: number;
            matchedOn: ("customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage")[];
            /** @description What a plain report of closed deals would say */
            naive: {
                cycleRatio: number;
                direct: {
                    closed: number;
                    meanDays: number;
                    won: number;
                };
                partner: {
                    closed: number;
                    meanDays: number;
                    won: number;
                };
                winRatio: number;
            } | null;
            needed: {
                deals: number | null;
                lift: number;
            }[];
            partner: components["schemas"]["LiftSideInput"] | null;
            regressedOn: ("customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage")[];
            size: components["schemas"]["LiftSizeInput"];
            /** @enum {string} */
            start: "creation" | "landmark";
            told: {
                cycle: string;
                lacks: {
                    cycle: string[];
                    size: string[];
                    win: string[];
                };
                robust: string | null;
                unmeasured: string | null;
                win: string;
            };
            win: components["schemas"]["LiftWinInput"];
            without: ("customer" | "segment" | "amountMinor" | "country" | "product" | "quarter" | "stage")[];
            worst: {
                after: number;
                before: number;
            };
        };
        LiftCycle: {
            /** @description Days without a win: partner deals minus comparable others */
            adjusted: {
                direct: number;
                high: number;
                low: number;
                partner: number;
                value: number;
            } | null;
            /** @description What the intervals cover, in per cent */
            coverage: 80 | 95;
            direct: {
                toClose: number | null;
                toWin: number | null;
            } | null;
            directDeals: number;
            /** @description Days that each deal is watched */
            horizon: number;
            lacks: {
                /** @enum {string} */
                code: "partnerDeals" | "partnerWins" | "directWins" | "kept" | "balance" | "traits";
                has: number;
                needs: number;
            }[];
            partner: {
                toClose: number | null;
                toWin: number | null;
            } | null;
            partnerDeals: number;
            /**
             * @description How much the number of deals allows to be shown
             * @enum {string}
             */
            step: "hidden" | "crude" | "indicative" | "adjusted";
        };
        LiftCycleInput: {
            /** @description Days without a win: partner deals minus comparable others */
            adjusted: {
                direct: number;
                high: number;
                low: number;
                partner: number;
                value: number;
            } | null;
            /** @description What the intervals cover, in per cent */
            coverage: 80 | 95;
            direct: {
                toClose: number | null;
                toWin: number | null;
            } | null;
            directDeals: number;
            /** @description Days that each deal is watched */
            horizon: number;
            lacks: {
                /** @enum {string} */
                code: "partnerDeals" | "partnerWins" | "directWins" | "kept" | "balance" | "traits";
                has: number;
                needs: number;
            }[];
            partner: {
                toClose: number | null;
                toWin: number | null;
            } | null;
            partnerDeals: number;
            /**
             * @description How much the number of deals allows to be shown
             * @enum {string}
             */
            step: "hidden" | "crude" | "indicative" | "adjusted";
        };
        LiftRate: {
            deals: number;
            high: number;
            low: number;
            value: number;
            won: number;
        };
        LiftRateInput: {
            deals: number;
            high: number;
            low: number;
            value: number;
            won: number;
        };
        LiftRatio: {
            high: number;
            low: number;
            value: number;
        };
        LiftRatioInput: {
            high: number;
            low: number;
            value: number;
        };
        LiftSide: {
            deals: number;
            lost: number;
            open: number;
            won: number;
        };
        LiftSideInput: {
            deals: number;
            lost: number;
            open: number;
            won: number;
        };
        LiftSize: {
            adjusted: components["schemas"]["LiftRatio"] | null;
            /** @description What the intervals cover, in per cent */
            coverage: 80 | 95;
            crudeRatio: number | null;
            directDeals: number;
            directMinor: number | null;
            lacks: {
                /** @enum {string} */
                code: "partnerDeals" | "partnerWins" | "directWins" | "kept" | "balance" | "traits";
                has: number;
                needs: number;
            }[];
            partnerDeals: number;
            /** @description Geometric mean in minor units */
            partnerMinor: number | null;
            /**
             * @description How much the number of deals allows to be shown
             * @enum {string}
             */
            step: "hidden" | "crude" | "indicative" | "adjusted";
        };
        LiftSizeInput: {
            adjusted: components["schemas"]["LiftRatioInput"] | null;
            /** @description What the intervals cover, in per cent */
            coverage: 80 | 95;
            crudeRatio: number | null;
            directDeals: number;
            directMinor: number | null;
            lacks: {
                /** @enum {string} */
                code: "partnerDeals" | "partnerWins" | "directWins" | "kept" | "balance" | "traits";
                has: number;
                needs: number;
            }[];
            partnerDeals: number;
            /** @description Geometric mean in minor units */
            partnerMinor: number | null;
            /**
             * @description How much the number of deals allows to be shown
             * @enum {string}
             */
            step: "hidden" | "crude" | "indicative" | "adjusted";
        };
        LiftWin: {
            /** @description Ratio of win rates within strata, Mantel and Haenszel */
            adjusted: components["schemas"]["LiftRatio"] | null;
            /** @description Regression over the partner deals, interval from accounts drawn anew */
            check: {
                difference: components["schemas"]["LiftRatio"] | null;
                draws: number;
                ratio: components["schemas"]["LiftRatio"] | null;
            } | null;
            /** @description What the intervals cover, in per cent */
            coverage: 80 | 95;
            /** @description Difference of the rates as they are, Newcombe 95 % */
            crude: components["schemas"]["LiftRatio"] | null;
            crudeRatio: number | null;
            direct: components["schemas"]["LiftRate"] | null;
            directDeals: number;
            eValue: {
                ofInterval: number;
                value: number;
            } | null;
            isRobust: boolean | null;
            lacks: {
                /** @enum {string} */
                code: "partnerDeals" | "partnerWins" | "directWins" | "kept" | "balance" | "traits";
                has: number;
                needs: number;
            }[];
            partner: components["schemas"]["LiftRate"] | null;
            partnerDeals: number;
            /**
             * @description How much the number of deals allows to be shown
             * @enum {string}
             */
            step: "hidden" | "crude" | "indicative" | "adjusted";
        };
        LiftWinInput: {
            /** @description Ratio of win rates within strata, Mantel and Haenszel */
            adjusted: components["schemas"]["LiftRatioInput"] | null;
            /** @description Regression over the partner deals, interval from accounts drawn anew */
            check: {
                difference: components["schemas"]["LiftRatioInput"] | null;
                draws: number;
                ratio: components["schemas"]["LiftRatioInput"] | null;
            } | null;
            /** @description What the intervals cover, in per cent */
            coverage: 80 | 95;
            /** @description Difference of the rates as they are, Newcombe 95 % */
            crude: components["schemas"]["LiftRatioInput"] | null;
            crudeRatio: number | null;
            direct: components["schemas"]["LiftRateInput"] | null;
            directDeals: number;
            eValue: {
                ofInterval: number;
                value: number;
            } | null;
            isRobust: boolean | null;
            lacks: {
                /** @enum {string} */
                code: "partnerDeals" | "partnerWins" | "directWins" | "kept" | "balance" | "traits";
                has: number;
                needs: number;
            }[];
            partner: components["schemas"]["LiftRateInput"] | null;
            partnerDeals: number;
            /**
             * @description How much the number of deals allows to be shown
             * @enum {string}
             */
            step: "hidden" | "crude" | "indicative" | "adjusted";
        };
        MeasuredFact: {
            evidence: string;
            /** @constant */
            known: true;
            on: string | null;
            value: boolean | number | string | number[];
        } | {
            /** @constant */
            known: false;
            waitsFor: string;
        };
        MeasuredFactInput: {
            evidence: string;
            /** @constant */
            known: true;
            on: string | null;
            value: boolean | number | string | number[];
        } | {
            /** @constant */
            known: false;
            waitsFor: string;
        };
        MovedDeal: {
            after: {
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: {
                    id: string;
                    name: string;
                } | null;
            };
            amountMinor: number | null;
            before: {
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: {
                    id: string;
                    name: string;
                } | null;
            };
            changes: string[];
            createdOn: string;
            isWon: boolean;
            name: string;
            number: number;
            opportunityId: string;
            reasons: string[];
        };
        MovedDealInput: {
            after: {
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: {
                    id: string;
                    name: string;
                } | null;
            };
            amountMinor: number | null;
            before: {
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: {
                    id: string;
                    name: string;
                } | null;
            };
            changes: string[];
            createdOn: string;
            isWon: boolean;
            name: string;
            number: number;
            opportunityId: string;
            reasons: string[];
        };
        /** @enum {string} */
        NoticeGroup: "asks" | "credit" | "program";
        /** @enum {string} */
        NoticeGroupInput: "asks" | "credit" | "program";
        /** @enum {string} */
        NoticeWay: "at_once" | "digest" | "here";
        /** @enum {string} */
        NoticeWayInput: "at_once" | "digest" | "here";
        OpeningBalance: {
            acceptances: components["schemas"]["OpeningBalanceAcceptance"][];
            amounts: {
                amountMinor: number;
                class: string;
                currency: string | null;
                deals: number;
                outcome: string;
            }[];
            claims: number;
            throughImport: number;
        };
        OpeningBalanceAcceptance: {
            acceptedBy: string;
            acceptedByName: string | null;
            acceptedOn: string;
            amounts: {
                amountMinor: number;
                class: string;
                currency: string | null;
                deals: number;
                outcome: string;
            }[];
            claims: number;
            openingBalanceId: string;
            throughImport: number;
        };
        OpeningBalanceAcceptanceInput: {
            acceptedBy: string;
            acceptedByName: string | null;
            acceptedOn: string;
            amounts: {
                amountMinor: number;
                class: string;
                currency: string | null;
                deals: number;
                outcome: string;
            }[];
            claims: number;
            openingBalanceId: string;
            throughImport: number;
        };
        OpeningBalanceInput: {
            acceptances: components["schemas"]["OpeningBalanceAcceptanceInput"][];
            amounts: {
                amountMinor: number;
                class: string;
                currency: string | null;
                deals: number;
                outcome: string;
            }[];
            claims: number;
            throughImport: number;
        };
        OwnedFigure: {
            evidence: string;
            /** @constant */
            known: true;
            on: string | null;
            value: {
                before: number | null;
                currency: string | null;
                figure: string | null;
                /** @enum {string} */
                unit: "share" | "money" | "count";
                value: number;
            };
        } | {
            /** @constant */
            known: false;
            waitsFor: string;
        };
        OwnedFigureInput: {
            evidence: string;
            /** @constant */
            known: true;
            on: string | null;
            value: {
                before: number | null;
                currency: string | null;
                figure: string | null;
                /** @enum {string} */
                unit: "share" | "money" | "count";
                value: number;
            };
        } | {
            /** @constant */
            known: false;
            waitsFor: string;
        };
        OwnedSeat: {
            figure: components["schemas"]["OwnedFigure"];
            holders: {
                interim: ("ceo" | "cro" | "advisor") | null;
                membershipId: string;
                name: string;
                /** Format: date */
                since: string;
            }[];
            key: string | null;
            label: string;
            number: string;
            /** @enum {string} */
            seat: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
            /** @enum {string} */
            state: "held" | "interim" | "gap" | "later";
            target: string;
            trend: ("up" | "down" | "level") | null;
        };
        OwnedSeatInput: {
            figure: components["schemas"]["OwnedFigureInput"];
            holders: {
                interim: ("ceo" | "cro" | "advisor") | null;
                membershipId: string;
                name: string;
                /** Format: date */
                since: string;
            }[];
            key: string | null;
            label: string;
            number: string;
            /** @enum {string} */
            seat: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
            /** @enum {string} */
            state: "held" | "interim" | "gap" | "later";
            target: string;
            trend: ("up" | "down" | "level") | null;
        };
        OwnershipGap: {
            /** @enum {string} */
            kind: "seat" | "partners";
            repair: string;
            says: string;
            who: ("cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae")[];
        };
        OwnershipGapInput: {
            /** @enum {string} */
            kind: "seat" | "partners";
            repair: string;
            says: string;
            who: ("cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae")[];
        };
        OwnRegistration: {
            changedAt: number;
            customer: string;
            daysLeft: number | null;
            dueOn: string | null;
            readonly moves: string[];
            needsMe: boolean;
            readonly next: string[];
            noExtension: string | null;
            number: number;
            protectedUntil: string | null;
            question: string | null;
            registrationId: string;
            /** @description Why it was not accepted, or why a ruling set it aside */
            rejection: {
                reason: string;
                words: string;
            } | null;
            rep: string | null;
            stage: string | null;
            state: string;
            stateWords: string;
            submission: {
                [key: string]: unknown;
            } | null;
            readonly timeline: {
                at: number;
                on: string;
                said: string | null;
                words: string;
            }[];
            /** @description The answers of the form by their keys */
            typed: {
                [key: string]: unknown;
            };
            value: {
                currency: string;
                minor: number;
            } | null;
        };
        OwnRegistrationInput: {
            changedAt: number;
            customer: string;
            daysLeft: number | null;
            dueOn: string | null;
            readonly moves: string[];
            needsMe: boolean;
            readonly next: string[];
            noExtension: string | null;
            number: number;
            protectedUntil: string | null;
            question: string | null;
            registrationId: string;
            /** @description Why it was not accepted, or why a ruling set it aside */
            rejection: {
                reason: string;
                words: string;
            } | null;
            rep: string | null;
            stage: string | null;
            state: string;
            stateWords: string;
            submission: {
                [key: string]: unknown;
            } | null;
            readonly timeline: {
                at: number;
                on: string;
                said: string | null;
                words: string;
            }[];
            /** @description The answers of the form by their keys */
            typed: {
                [key: string]: unknown;
            };
            value: {
                currency: string;
                minor: number;
            } | null;
        };
        OwnRegistrationItem: {
            changedAt: number;
            customer: string;
            daysLeft: number | null;
            dueOn: string | null;
            needsMe: boolean;
            readonly next: string[];
            number: number;
            protectedUntil: string | null;
            registrationId: string;
            rep: string | null;
            stage: string | null;
            state: string;
            stateWords: string;
            value: {
                currency: string;
                minor: number;
            } | null;
        };
        OwnRegistrationItemInput: {
            changedAt: number;
            customer: string;
            daysLeft: number | null;
            dueOn: string | null;
            needsMe: boolean;
            readonly next: string[];
            number: number;
            protectedUntil: string | null;
            registrationId: string;
            rep: string | null;
            stage: string | null;
            state: string;
            stateWords: string;
            value: {
                currency: string;
                minor: number;
            } | null;
        };
        PageDifference: {
            after: string | null;
            before: string | null;
            /** @enum {string} */
            kind: "changed" | "added" | "removed";
            label: string;
            section: string;
        };
        PageDifferenceInput: {
            after: string | null;
            before: string | null;
            /** @enum {string} */
            kind: "changed" | "added" | "removed";
            label: string;
            section: string;
        };
        /** @enum {string} */
        PageWord: "thesis" | "archetypes" | "profile" | "operating_model" | "assumptions" | "attribution" | "registration" | "tiers" | "journey" | "scoreboard";
        /** @enum {string} */
        PageWordInput: "thesis" | "archetypes" | "profile" | "operating_model" | "assumptions" | "attribution" | "registration" | "tiers" | "journey" | "scoreboard";
        PartnerCandidate: {
            column: string;
            rows: number;
            values: {
                matches: string | null;
                rows: number;
                value: string;
            }[];
            why: string;
        };
        PartnerCandidateInput: {
            column: string;
            rows: number;
            values: {
                matches: string | null;
                rows: number;
                value: string;
            }[];
            why: string;
        };
        PastOverride: {
            by: string;
            /** @enum {string} */
            gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
            /** Format: date */
            on: string;
            reason: string;
            takenBackBy: string;
            /** Format: date */
            takenBackOn: string;
        };
        PastOverrideInput: {
            by: string;
            /** @enum {string} */
            gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
            /** Format: date */
            on: string;
            reason: string;
            takenBackBy: string;
            /** Format: date */
            takenBackOn: string;
        };
        PayRules: {
            clawbackDays: number;
            currency: string;
            /** @enum {string} */
            influencedPays: "flat" | "points" | "share";
            isDraft: boolean;
            items: {
                archetype: string;
                coSoldMinor: number | null;
                influencedMinor: number | null;
                label: string;
                sourcedMinor: number | null;
                /** @enum {string} */
                sourcedPays: "share" | "margin" | "flat" | "nothing";
                sourcedShare: number | null;
            }[];
            policyVersion: number;
            ratesVersion: number | null;
        };
        PayRulesInput: {
            clawbackDays: number;
            currency: string;
            /** @enum {string} */
            influencedPays: "flat" | "points" | "share";
            isDraft: boolean;
            items: {
                archetype: string;
                coSoldMinor: number | null;
                influencedMinor: number | null;
                label: string;
                sourcedMinor: number | null;
                /** @enum {string} */
                sourcedPays: "share" | "margin" | "flat" | "nothing";
                sourcedShare: number | null;
            }[];
            policyVersion: number;
            ratesVersion: number | null;
        };
        PitfallStanding: {
            action: string | null;
            evidence: string | null;
            key: string;
            on: string | null;
            /** @enum {string} */
            owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
            says: string;
            source: string;
            /** @enum {string} */
            state: "clear" | "warning" | "blocked" | "not_measured";
            title: string;
        };
        PitfallStandingInput: {
            action: string | null;
            evidence: string | null;
            key: string;
            on: string | null;
            /** @enum {string} */
            owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
            says: string;
            source: string;
            /** @enum {string} */
            state: "clear" | "warning" | "blocked" | "not_measured";
            title: string;
        };
        PortalBrand: {
            accent: string | null;
            hasOwnName: boolean;
            logo: {
                hash: string;
                height: number;
                width: number;
            } | null;
            name: string;
            welcome: {
                de: string;
                en: string;
            };
        };
        PortalBrandInput: {
            accent: string | null;
            hasOwnName: boolean;
            logo: {
                hash: string;
                height: number;
                width: number;
            } | null;
            name: string;
            welcome: {
                de: string;
                en: string;
            };
        };
        PortalDeal: {
            account: string | null;
            class: string;
            closedOn: string | null;
            createdOn: string | null;
            disputed: boolean;
            isCredited: boolean;
            isCreditedToAnother: boolean;
            lockOn: string | null;
            name: string;
            number: number;
            opportunityId: string;
            /** @enum {string} */
            outcome: "open" | "won" | "lost" | "unknown";
        };
        PortalDealInput: {
            account: string | null;
            class: string;
            closedOn: string | null;
            createdOn: string | null;
            disputed: boolean;
            isCredited: boolean;
            isCreditedToAnother: boolean;
            lockOn: string | null;
            name: string;
            number: number;
            opportunityId: string;
            /** @enum {string} */
            outcome: "open" | "won" | "lost" | "unknown";
        };
        PortalTeam: {
            invitations: {
                email: string;
                expiresAt: number;
                invitationId: string;
                isOver: boolean;
                role: components["schemas"]["Role"];
            }[];
            members: {
                colleagueId: string;
                email: string | null;
                isMe: boolean;
                isOpen: boolean;
                lastSeenAt: number | null;
                mayReopen: boolean;
                name: string;
                registrations: number;
                role: components["schemas"]["Role"];
            }[];
        };
        PortalTeamInput: {
            invitations: {
                email: string;
                expiresAt: number;
                invitationId: string;
                isOver: boolean;
                role: components["schemas"]["RoleInput"];
            }[];
            members: {
                colleagueId: string;
                email: string | null;
                isMe: boolean;
                isOpen: boolean;
                lastSeenAt: number | null;
                mayReopen: boolean;
                name: string;
                registrations: number;
                role: components["schemas"]["RoleInput"];
            }[];
        };
        Problem: {
            detail: string;
            errors: {
                column?: number;
                expected: string;
                found: string;
                /** @description Where the input is a text: its line, from 1 */
                line?: number;
                path: string;
                repair: string;
            }[];
            /** @description The id of the request, as in the log */
            instance: string;
            status: number;
            title: string;
            /** @description urn:tandem:problem: and one of the closed list */
            type: string;
        };
        ProblemInput: {
            detail: string;
            errors: {
                column?: number;
                expected: string;
                found: string;
                /** @description Where the input is a text: its line, from 1 */
                line?: number;
                path: string;
                repair: string;
            }[];
            /** @description The id of the request, as in the log */
            instance: string;
            status: number;
            title: string;
            /** @description urn:tandem:problem: and one of the closed list */
            type: string;
        };
        ProgramProperties: {
            documented: {
                holds: boolean;
                open: {
                    missing: ("cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae")[];
                    /** @enum {string} */
                    state: "not_begun" | "draft" | "proposed" | "signed" | "in_force";
                    title: string;
                    /** @enum {string} */
                    word: "thesis" | "archetypes" | "profile" | "operating_model" | "assumptions" | "attribution" | "registration" | "tiers" | "journey" | "scoreboard";
                }[];
                says: string;
            };
            forecastable: {
                daysLeft: number | null;
                dueOn: string | null;
                launch: {
                    isExpected: boolean;
                    /** Format: date */
                    on: string;
                } | null;
                missing: string[];
                says: string;
                /** @enum {string} */
                state: "yes" | "counting" | "missed" | "not_started";
            };
            owned: {
                holds: boolean;
                rows: components["schemas"]["OwnedSeat"][];
                says: string;
            };
        };
        ProgramPropertiesInput: {
            documented: {
                holds: boolean;
                open: {
                    missing: ("cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae")[];
                    /** @enum {string} */
                    state: "not_begun" | "draft" | "proposed" | "signed" | "in_force";
                    title: string;
                    /** @enum {string} */
                    word: "thesis" | "archetypes" | "profile" | "operating_model" | "assumptions" | "attribution" | "registration" | "tiers" | "journey" | "scoreboard";
                }[];
                says: string;
            };
            forecastable: {
                daysLeft: number | null;
                dueOn: string | null;
                launch: {
                    isExpected: boolean;
                    /** Format: date */
                    on: string;
                } | null;
                missing: string[];
                says: string;
                /** @enum {string} */
                state: "yes" | "counting" | "missed" | "not_started";
            };
            owned: {
                holds: boolean;
                rows: components["schemas"]["OwnedSeatInput"][];
                says: string;
            };
        };
        ProgramState: {
            currency: string;
            kickoffOn: string | null;
            me: {
                membershipId: string;
                signsFor: components["schemas"]["Seat"][];
            };
            /** @enum {string} */
            mode: "new" | "running";
            pages: {
                draft: {
                    baseVersion: number | null;
                    body: unknown;
                    confirmed: string[];
                    revision: number;
                    updatedAt: number;
                    updatedBy: string;
                } | null;
                inForce: {
                    body: unknown;
                    inForceFrom: string;
                    /** @description No version is signed; this one stands in until one is */
                    isDraft: boolean;
                    signedOn: string | null;
                    version: number;
                } | null;
                next: {
                    inForceFrom: string;
                    version: number;
                } | null;
                proposed: {
                    body: unknown;
                    inForceFrom: string;
                    missing: components["schemas"]["Seat"][];
                    signatures: {
                        interim: components["schemas"]["InterimAs"] | null;
                        membershipId: string;
                        name: string;
                        seat: string;
                        signedAt: number;
                    }[];
                    version: number;
                } | null;
                seats: components["schemas"]["Seat"][];
                /** @enum {string} */
                state: "not_begun" | "draft" | "proposed" | "signed" | "in_force";
                word: components["schemas"]["PageWord"];
            }[];
            seats: {
                holders: {
                    interim: components["schemas"]["InterimAs"] | null;
                    membershipId: string;
                    name: string;
                    since: string;
                }[];
                isOpen: boolean;
                label: string;
                seat: components["schemas"]["Seat"];
                youHold: boolean;
            }[];
            today: string;
        };
        ProgramStateInput: {
            currency: string;
            kickoffOn: string | null;
            me: {
                membershipId: string;
                signsFor: components["schemas"]["SeatInput"][];
            };
            /** @enum {string} */
            mode: "new" | "running";
            pages: {
                draft: {
                    baseVersion: number | null;
                    body: unknown;
                    confirmed: string[];
                    revision: number;
                    updatedAt: number;
                    updatedBy: string;
                } | null;
                inForce: {
                    body: unknown;
                    inForceFrom: string;
                    /** @description No version is signed; this one stands in until one is */
                    isDraft: boolean;
                    signedOn: string | null;
                    version: number;
                } | null;
                next: {
                    inForceFrom: string;
                    version: number;
                } | null;
                proposed: {
                    body: unknown;
                    inForceFrom: string;
                    missing: components["schemas"]["SeatInput"][];
                    signatures: {
                        interim: components["schemas"]["InterimAsInput"] | null;
                        membershipId: string;
                        name: string;
                        seat: string;
                        signedAt: number;
                    }[];
                    version: number;
                } | null;
                seats: components["schemas"]["SeatInput"][];
                /** @enum {string} */
                state: "not_begun" | "draft" | "proposed" | "signed" | "in_force";
                word: components["schemas"]["PageWordInput"];
            }[];
            seats: {
                holders: {
                    interim: components["schemas"]["InterimAsInput"] | null;
                    membershipId: string;
                    name: string;
                    since: string;
                }[];
                isOpen: boolean;
                label: string;
                seat: components["schemas"]["SeatInput"];
                youHold: boolean;
            }[];
            today: string;
        };
        ProgramWatch: {
            /** @description Of a program that already runs */
            catchUp: components["schemas"]["CatchUpPlan"] | null;
            digest: components["schemas"]["WeeklyDigest"];
            /** @description What all of it was computed from */
            facts: {
                [key: string]: components["schemas"]["MeasuredFact"];
            };
            /** @description What nobody owns */
            gaps: components["schemas"]["OwnershipGap"][];
            gates: components["schemas"]["GateStanding"][];
            kickoffOn: string | null;
            launchPlan: components["schemas"]["LaunchPlan"];
            /** @enum {string} */
            mode: "new" | "running";
            /** @description Overrides that were taken back, the latest first */
            pastOverrides: components["schemas"]["PastOverride"][];
            pitfalls: components["schemas"]["PitfallStanding"][];
            properties: components["schemas"]["ProgramProperties"];
            /** Format: date */
            today: string;
        };
        ProgramWatchInput: {
            /** @description Of a program that already runs */
            catchUp: components["schemas"]["CatchUpPlanInput"] | null;
            digest: components["schemas"]["WeeklyDigestInput"];
            /** @description What all of it was computed from */
            facts: {
                [key: string]: components["schemas"]["MeasuredFactInput"];
            };
            /** @description What nobody owns */
            gaps: components["schemas"]["OwnershipGapInput"][];
            gates: components["schemas"]["GateStandingInput"][];
            kickoffOn: string | null;
            launchPlan: components["schemas"]["LaunchPlanInput"];
            /** @enum {string} */
            mode: "new" | "running";
            /** @description Overrides that were taken back, the latest first */
            pastOverrides: components["schemas"]["PastOverrideInput"][];
            pitfalls: components["schemas"]["PitfallStandingInput"][];
            properties: components["schemas"]["ProgramPropertiesInput"];
            /** Format: date */
            today: string;
        };
        ProposedWithdrawal: {
            account: string | null;
            deal: {
                id: string;
                name: string;
                number: number;
            } | null;
            id: string;
            introductionId: string;
            isMine: boolean;
            maySign: boolean;
            occurredOn: string;
            partner: {
                id: string;
                name: string;
            };
            person: string | null;
            proposedBy: string;
            proposedOn: string;
            reason: string;
        };
        ProposedWithdrawalInput: {
            account: string | null;
            deal: {
                id: string;
                name: string;
                number: number;
            } | null;
            id: string;
            introductionId: string;
            isMine: boolean;
            maySign: boolean;
            occurredOn: string;
            partner: {
                id: string;
                name: string;
            };
            person: string | null;
            proposedBy: string;
            proposedOn: string;
            reason: string;
        };
        QuarterName: {
            /** Format: date */
            end: string;
            label: string;
            /** Format: date */
            start: string;
        };
        QuarterNameInput: {
            /** Format: date */
            end: string;
            label: string;
            /** Format: date */
            start: string;
        };
        Registration: {
            ae: string | null;
            aes: {
                membershipId: string;
                name: string;
            }[];
            /** @description The appeal that waits */
            appeal: {
                /** @description How many days of protection come back where it is granted; null: a rejection is appealed */
                daysBack: number | null;
                dueAt: number | null;
            } | null;
            checks: {
                beside: {
                    /** @enum {string} */
                    by: "domain" | "subdomain" | "name_country" | "near";
                    country: string | null;
                    domain: string | null;
                    /** @enum {string} */
                    kind: "opportunity" | "registration" | "account" | "contact" | "direct_only";
                    name: string;
                    /** @description The id or number by which it is opened; null: it has no page */
                    ref: string | null;
                    score: number;
                    since: string | null;
                    state: string | null;
                    title: string;
                    /** @description Whose it is: the owner of a deal, the partner of a registration */
                    who: string | null;
                }[];
                check: string;
                /** @enum {string} */
                outcome: "pass" | "ask" | "stop";
                rule: string;
                sentence: string;
            }[];
            clock: {
                /** @constant */
                kind: "none";
            } | {
                alertCroOn: string;
                alertLeaderOn: string;
                dueOn: string;
                isLate: boolean;
                /** @constant */
                kind: "running";
                remindOn: string;
            } | {
                dueOn: string;
                /** @constant */
                kind: "paused";
                lapsesOn: string;
                since: string;
            } | {
                dueOn: string;
                inTime: boolean;
                /** @constant */
                kind: "decided";
                on: string;
            };
            completeAt: number | null;
            conflict: {
                appealedAt: number | null;
                customerMayChoose: boolean;
                dueAt: number;
                evidence: string[];
                /** @description What was decided on the appeal; it stands in place of the ruling */
                final: {
                    at: number;
                    by: string;
                    winnerId: string | null;
                    words: string;
                } | null;
                ground: ("earliest" | "direct_first" | "customer_choice" | "disproved" | "panel") | null;
                number: number;
                parties: {
                    completeAt: number | null;
                    customer: string;
                    isEligible: boolean;
                    number: number;
                    partner: string;
                    registrationId: string;
                    state: components["schemas"]["RegistrationState"];
                }[];
                precedents: {
                    account: string;
                    /** @enum {string} */
                    ground: "earliest" | "direct_first" | "customer_choice" | "disproved" | "panel";
                    number: number;
                    ruledAt: number;
                    words: string;
                }[];
                /** @description A registration of the case, or `direct` or `panel` */
                recommended: string;
                ruledBy: string | null;
                ruledByYou: boolean;
                sentence: string;
                /** @enum {string} */
                state: "open" | "ruled" | "appealed" | "closed";
                winnerId: string | null;
                words: string | null;
            } | null;
            country: string | null;
            customer: string;
            deal: {
                /** @description It was opened for the registration and waits for the deal of the CRM */
                isOwn: boolean;
                opportunityId: string;
                /** @enum {string} */
                outcome: "open" | "won" | "lost";
            } | null;
            decides: ("submit" | "refuse" | "approve" | "accept" | "reject" | "return" | "answer" | "lapse" | "contest" | "dismiss" | "rule_for" | "rule_against" | "appeal" | "grant" | "uphold" | "reinstate" | "keep_aside" | "withdraw" | "assign" | "link" | "update" | "ask_extension" | "extend" | "refuse_extension" | "hold" | "release" | "convert" | "win" | "lose" | "correct" | "expire" | "void" | "hand_over" | "import" | "undo_import")[];
            domain: string | null;
            form: components["schemas"]["RegistrationForm"];
            /** @description Whether the partner may appeal the answer */
            mayAppeal: boolean;
            number: number;
            pageVersion: number | null;
            partner: {
                archetype: string | null;
                id: string;
                name: string;
            };
            protection: {
                askedWith: string | null;
                /** @description How long the signed page protects such a deal */
                days: number;
                daysLeft: number | null;
                /** @enum {string} */
                extension: "none" | "asked" | "given" | "refused";
                extensionDays: number;
                isHeld: boolean;
                isProtected: boolean;
                isStalled: boolean;
                lastDay: string | null;
            };
            /** @description The closed list of reasons for a rejection */
            reasons: string[];
            registrationId: string;
            rep: string | null;
            route: {
                /** @enum {string} */
                filledBy: "partner_ops" | "partner_manager" | "head_of_partnerships" | "cro";
                isNext: boolean;
                people: string[];
                saidYes: boolean;
                /** @enum {string} */
                seat: "partner_ops" | "partner_manager" | "head_of_partnerships" | "cro";
            }[];
            state: components["schemas"]["RegistrationState"];
            stateWords: string;
            /** @description The answers of the form by their keys */
            submission: {
                [key: string]: unknown;
            };
            submittedAt: number;
            timeline: {
                at: number;
                by: string;
                on: string;
                said: string | null;
                /** @enum {string} */
                type: "submit" | "refuse" | "approve" | "accept" | "reject" | "return" | "answer" | "lapse" | "contest" | "dismiss" | "rule_for" | "rule_against" | "appeal" | "grant" | "uphold" | "reinstate" | "keep_aside" | "withdraw" | "assign" | "link" | "update" | "ask_extension" | "extend" | "refuse_extension" | "hold" | "release" | "convert" | "win" | "lose" | "correct" | "expire" | "void" | "hand_over" | "import" | "undo_import";
                who: string;
            }[];
            value: {
                currency: string;
                minor: number;
            } | null;
            way: string;
            /** @description Why the caller cannot decide now; null when they can */
            whyNot: string | null;
        };
        RegistrationForm: {
            consent: string;
            readonly fields: {
                field: string;
                readonly inputs: {
                    isRequired: boolean;
                    key: string;
                    /** @enum {string} */
                    kind: "text" | "long" | "domain" | "country" | "mail" | "products" | "amount" | "day" | "yes" | "choice" | "number" | "link" | "links";
                    most: number;
                    readonly options: string[];
                }[];
                isRequired: boolean;
                ownLabel: string | null;
            }[];
            readonly products: string[];
        };
        RegistrationFormInput: {
            consent: string;
            readonly fields: {
                field: string;
                readonly inputs: {
                    isRequired: boolean;
                    key: string;
                    /** @enum {string} */
                    kind: "text" | "long" | "domain" | "country" | "mail" | "products" | "amount" | "day" | "yes" | "choice" | "number" | "link" | "links";
                    most: number;
                    readonly options: string[];
                }[];
                isRequired: boolean;
                ownLabel: string | null;
            }[];
            readonly products: string[];
        };
        RegistrationInput: {
            ae: string | null;
            aes: {
                membershipId: string;
                name: string;
            }[];
            /** @description The appeal that waits */
            appeal: {
                /** @description How many days of protection come back where it is granted; null: a rejection is appealed */
                daysBack: number | null;
                dueAt: number | null;
            } | null;
            checks: {
                beside: {
                    /** @enum {string} */
                    by: "domain" | "subdomain" | "name_country" | "near";
                    country: string | null;
                    domain: string | null;
                    /** @enum {string} */
                    kind: "opportunity" | "registration" | "account" | "contact" | "direct_only";
                    name: string;
                    /** @description The id or number by which it is opened; null: it has no page */
                    ref: string | null;
                    score: number;
                    since: string | null;
                    state: string | null;
                    title: string;
                    /** @description Whose it is: the owner of a deal, the partner of a registration */
                    who: string | null;
                }[];
                check: string;
                /** @enum {string} */
                outcome: "pass" | "ask" | "stop";
                rule: string;
                sentence: string;
            }[];
            clock: {
                /** @constant */
                kind: "none";
            } | {
                alertCroOn: string;
                alertLeaderOn: string;
                dueOn: string;
                isLate: boolean;
                /** @constant */
                kind: "running";
                remindOn: string;
            } | {
                dueOn: string;
                /** @constant */
                kind: "paused";
                lapsesOn: string;
                since: string;
            } | {
                dueOn: string;
                inTime: boolean;
                /** @constant */
                kind: "decided";
                on: string;
            };
            completeAt: number | null;
            conflict: {
                appealedAt: number | null;
                customerMayChoose: boolean;
                dueAt: number;
                evidence: string[];
                /** @description What was decided on the appeal; it stands in place of the ruling */
                final: {
                    at: number;
                    by: string;
                    winnerId: string | null;
                    words: string;
                } | null;
                ground: ("earliest" | "direct_first" | "customer_choice" | "disproved" | "panel") | null;
                number: number;
                parties: {
                    completeAt: number | null;
                    customer: string;
                    isEligible: boolean;
                    number: number;
                    partner: string;
                    registrationId: string;
                    state: components["schemas"]["RegistrationStateInput"];
                }[];
                precedents: {
                    account: string;
                    /** @enum {string} */
                    ground: "earliest" | "direct_first" | "customer_choice" | "disproved" | "panel";
                    number: number;
                    ruledAt: number;
                    words: string;
                }[];
                /** @description A registration of the case, or `direct` or `panel` */
                recommended: string;
                ruledBy: string | null;
                ruledByYou: boolean;
                sentence: string;
                /** @enum {string} */
                state: "open" | "ruled" | "appealed" | "closed";
                winnerId: string | null;
                words: string | null;
            } | null;
            country: string | null;
            customer: string;
            deal: {
                /** @description It was opened for the registration and waits for the deal of the CRM */
                isOwn: boolean;
                opportunityId: string;
                /** @enum {string} */
                outcome: "open" | "won" | "lost";
            } | null;
            decides: ("submit" | "refuse" | "approve" | "accept" | "reject" | "return" | "answer" | "lapse" | "contest" | "dismiss" | "rule_for" | "rule_against" | "appeal" | "grant" | "uphold" | "reinstate" | "keep_aside" | "withdraw" | "assign" | "link" | "update" | "ask_extension" | "extend" | "refuse_extension" | "hold" | "release" | "convert" | "win" | "lose" | "correct" | "expire" | "void" | "hand_over" | "import" | "undo_import")[];
            domain: string | null;
            form: components["schemas"]["RegistrationFormInput"];
            /** @description Whether the partner may appeal the answer */
            mayAppeal: boolean;
            number: number;
            pageVersion: number | null;
            partner: {
                archetype: string | null;
                id: string;
                name: string;
            };
            protection: {
                askedWith: string | null;
                /** @description How long the signed page protects such a deal */
                days: number;
                daysLeft: number | null;
                /** @enum {string} */
                extension: "none" | "asked" | "given" | "refused";
                extensionDays: number;
                isHeld: boolean;
                isProtected: boolean;
                isStalled: boolean;
                lastDay: string | null;
            };
            /** @description The closed list of reasons for a rejection */
            reasons: string[];
            registrationId: string;
            rep: string | null;
            route: {
                /** @enum {string} */
                filledBy: "partner_ops" | "partner_manager" | "head_of_partnerships" | "cro";
                isNext: boolean;
                people: string[];
                saidYes: boolean;
                /** @enum {string} */
                seat: "partner_ops" | "partner_manager" | "head_of_partnerships" | "cro";
            }[];
            state: components["schemas"]["RegistrationStateInput"];
            stateWords: string;
            /** @description The answers of the form by their keys */
            submission: {
                [key: string]: unknown;
            };
            submittedAt: number;
            timeline: {
                at: number;
                by: string;
                on: string;
                said: string | null;
                /** @enum {string} */
                type: "submit" | "refuse" | "approve" | "accept" | "reject" | "return" | "answer" | "lapse" | "contest" | "dismiss" | "rule_for" | "rule_against" | "appeal" | "grant" | "uphold" | "reinstate" | "keep_aside" | "withdraw" | "assign" | "link" | "update" | "ask_extension" | "extend" | "refuse_extension" | "hold" | "release" | "convert" | "win" | "lose" | "correct" | "expire" | "void" | "hand_over" | "import" | "undo_import";
                who: string;
            }[];
            value: {
                currency: string;
                minor: number;
            } | null;
            way: string;
            /** @description Why the caller cannot decide now; null when they can */
            whyNot: string | null;
        };
        RegistrationItem: {
            ae: string | null;
            /** @description Checks that ask a person */
            asks: number;
            country: string | null;
            customer: string;
            domain: string | null;
            dueOn: string | null;
            isLate: boolean;
            number: number;
            opportunityNumber: number | null;
            partner: {
                id: string;
                name: string;
            };
            protectedUntil: string | null;
            registrationId: string;
            rep: string | null;
            state: components["schemas"]["RegistrationState"];
            stateWords: string;
            /** @description Checks that speak against it */
            stops: number;
            submittedOn: string | null;
            value: {
                currency: string;
                minor: number;
            } | null;
            way: string;
        };
        RegistrationItemInput: {
            ae: string | null;
            /** @description Checks that ask a person */
            asks: number;
            country: string | null;
            customer: string;
            domain: string | null;
            dueOn: string | null;
            isLate: boolean;
            number: number;
            opportunityNumber: number | null;
            partner: {
                id: string;
                name: string;
            };
            protectedUntil: string | null;
            registrationId: string;
            rep: string | null;
            state: components["schemas"]["RegistrationStateInput"];
            stateWords: string;
            /** @description Checks that speak against it */
            stops: number;
            submittedOn: string | null;
            value: {
                currency: string;
                minor: number;
            } | null;
            way: string;
        };
        RegistrationOutlook: {
            /** @description Days of protection; null where they depend on a value that is not typed */
            days: number | null;
            dueOn: string;
            readonly seats: ("partner_ops" | "partner_manager" | "head_of_partnerships" | "cro")[];
        };
        RegistrationOutlookInput: {
            /** @description Days of protection; null where they depend on a value that is not typed */
            days: number | null;
            dueOn: string;
            readonly seats: ("partner_ops" | "partner_manager" | "head_of_partnerships" | "cro")[];
        };
        /** @enum {string} */
        RegistrationState: "draft" | "submitted" | "returned" | "conflict" | "accepted" | "converted" | "won" | "lost" | "rejected" | "appealed" | "withdrawn" | "expired" | "void";
        /** @enum {string} */
        RegistrationStateInput: "draft" | "submitted" | "returned" | "conflict" | "accepted" | "converted" | "won" | "lost" | "rejected" | "appealed" | "withdrawn" | "expired" | "void";
        RegistrationTerms: {
            consent: string;
            deciding: {
                aeBusinessDays: number;
                appeals: number;
                conflictHours: number;
                decideBusinessDays: number;
                firstMeetingDays: number;
                returnedBusinessDays: number;
            };
            isSigned: boolean;
            length: {
                days: number;
                extensionDays: number;
            };
            minimumMinor: number | null;
            readonly otherLengths: {
                days: number;
                extensionDays: number;
                fromMinor: number;
            }[];
            protection: {
                customerMayChoose: boolean;
                direct: string;
                extensionActivityDays: number;
                firstReminderDays: number;
                lastReminderDays: number;
                meaning: string;
                stallDays: number;
                twoPartners: string;
                updateDays: number;
                /** @description In minor units of the organization’s currency */
                updatesAbove: number;
            };
            readonly reasons: string[];
            readonly tests: {
                rejects: boolean;
                test: string;
            }[];
            version: number;
        };
        RegistrationTermsInput: {
            consent: string;
            deciding: {
                aeBusinessDays: number;
                appeals: number;
                conflictHours: number;
                decideBusinessDays: number;
                firstMeetingDays: number;
                returnedBusinessDays: number;
            };
            isSigned: boolean;
            length: {
                days: number;
                extensionDays: number;
            };
            minimumMinor: number | null;
            readonly otherLengths: {
                days: number;
                extensionDays: number;
                fromMinor: number;
            }[];
            protection: {
                customerMayChoose: boolean;
                direct: string;
                extensionActivityDays: number;
                firstReminderDays: number;
                lastReminderDays: number;
                meaning: string;
                stallDays: number;
                twoPartners: string;
                updateDays: number;
                /** @description In minor units of the organization’s currency */
                updatesAbove: number;
            };
            readonly reasons: string[];
            readonly tests: {
                rejects: boolean;
                test: string;
            }[];
            version: number;
        };
        Restatement: {
            after: {
                amountMinor: number | null;
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: string | null;
                partnerId: string | null;
            };
            before: {
                amountMinor: number | null;
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: string | null;
                partnerId: string | null;
            };
            cause: string;
            changes: ("appears" | "gone" | "class" | "partner" | "co_sold" | "amount")[];
            dealName: string;
            dealNumber: number;
            decidedAt: number | null;
            decidedBy: string | null;
            decision: ("accepted" | "refused" | "superseded") | null;
            /** @description What it moves in the sourced figure */
            deltaMinor: number;
            /** @enum {string} */
            measure: "pipeline" | "closed_won";
            note: string | null;
            number: number;
            opportunityId: string;
            raisedAt: number;
            restatementId: string;
            sentence: string;
        };
        RestatementInput: {
            after: {
                amountMinor: number | null;
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: string | null;
                partnerId: string | null;
            };
            before: {
                amountMinor: number | null;
                /** @enum {string} */
                class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                coSold: boolean;
                partner: string | null;
                partnerId: string | null;
            };
            cause: string;
            changes: ("appears" | "gone" | "class" | "partner" | "co_sold" | "amount")[];
            dealName: string;
            dealNumber: number;
            decidedAt: number | null;
            decidedBy: string | null;
            decision: ("accepted" | "refused" | "superseded") | null;
            /** @description What it moves in the sourced figure */
            deltaMinor: number;
            /** @enum {string} */
            measure: "pipeline" | "closed_won";
            note: string | null;
            number: number;
            opportunityId: string;
            raisedAt: number;
            restatementId: string;
            sentence: string;
        };
        /** @enum {string} */
        Role: "cro" | "ceo" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "ae" | "executive_sponsor" | "administrator" | "advisor" | "partner_admin" | "partner_rep";
        /** @enum {string} */
        RoleInput: "cro" | "ceo" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "ae" | "executive_sponsor" | "administrator" | "advisor" | "partner_admin" | "partner_rep";
        Ruling: {
            class: string;
            deal: string;
            dealNumber: number;
            disputeNumber: number | null;
            id: string;
            isAppeal: boolean;
            missing: string[];
            number: number;
            opportunityId: string;
            partner: {
                id: string;
                name: string;
            } | null;
            proposedAt: number;
            question: string;
            reason: string;
            signatures: {
                at: number;
                by: string;
                seat: string;
            }[];
            standsAt: number | null;
        };
        RulingInput: {
            class: string;
            deal: string;
            dealNumber: number;
            disputeNumber: number | null;
            id: string;
            isAppeal: boolean;
            missing: string[];
            number: number;
            opportunityId: string;
            partner: {
                id: string;
                name: string;
            } | null;
            proposedAt: number;
            question: string;
            reason: string;
            signatures: {
                at: number;
                by: string;
                seat: string;
            }[];
            standsAt: number | null;
        };
        RunningPartner: {
            evidence: string;
            managerId: string | null;
            name: string;
            openingStage: ("recruit" | "onboard" | "activate" | "producing" | "manage" | "expand" | "off_board") | null;
            partnerId: string;
            /** @description The dated steps of a cure */
            path: {
                /** Format: date */
                on: string;
                what: string;
            }[];
            /** @enum {string} */
            proposal: "keep" | "cure" | "exit" | "find_out";
            says: string;
            signedOn: string | null;
            /** @enum {string} */
            sort: "producing" | "active" | "dormant" | "unknown";
        };
        RunningPartnerInput: {
            evidence: string;
            managerId: string | null;
            name: string;
            openingStage: ("recruit" | "onboard" | "activate" | "producing" | "manage" | "expand" | "off_board") | null;
            partnerId: string;
            /** @description The dated steps of a cure */
            path: {
                /** Format: date */
                on: string;
                what: string;
            }[];
            /** @enum {string} */
            proposal: "keep" | "cure" | "exit" | "find_out";
            says: string;
            signedOn: string | null;
            /** @enum {string} */
            sort: "producing" | "active" | "dormant" | "unknown";
        };
        RunningProgram: {
            counts: {
                active: number;
                dormant: number;
                producing: number;
                unknown: number;
            };
            health: {
                alertAbove: number;
                dormantShare: {
                    evidence: string;
                    /** @constant */
                    known: true;
                    on: string | null;
                    value: number;
                } | {
                    /** @constant */
                    known: false;
                    waitsFor: string;
                };
                isAlert: boolean;
                says: string;
            };
            partners: components["schemas"]["RunningPartner"][];
        };
        RunningProgramInput: {
            counts: {
                active: number;
                dormant: number;
                producing: number;
                unknown: number;
            };
            health: {
                alertAbove: number;
                dormantShare: {
                    evidence: string;
                    /** @constant */
                    known: true;
                    on: string | null;
                    value: number;
                } | {
                    /** @constant */
                    known: false;
                    waitsFor: string;
                };
                isAlert: boolean;
                says: string;
            };
            partners: components["schemas"]["RunningPartnerInput"][];
        };
        Scoreboard: {
            answer: {
                parts: ({
                    /** @constant */
                    kind: "words";
                    text: string;
                } | {
                    amountMinor: number;
                    figure: string | null;
                    /** @constant */
                    kind: "money";
                    text: string;
                } | {
                    /** @constant */
                    kind: "percent";
                    text: string;
                    value: number;
                })[];
                text: string;
            };
            /** Format: date */
            asOf: string;
            audit: {
                latest: {
                    errorRate: number | null;
                    errors: number;
                    judged: number;
                    month: string;
                    most: number;
                    size: number;
                } | null;
                unaudited: boolean;
            };
            columns: {
                coSold: components["schemas"]["ClassColumn"];
                influenced: components["schemas"]["ClassColumn"];
                sourced: components["schemas"]["ClassColumn"];
            };
            company: {
                newThisQuarter: components["schemas"]["CompanyLine"];
                openPipeline: components["schemas"]["CompanyLine"];
            };
            comparison: {
                cycle: {
                    direct: components["schemas"]["GroupMedian"];
                    partner: components["schemas"]["GroupMedian"];
                };
                /** Format: date */
                from: string;
                leftOut: number;
                partnerDealsUnproven: number;
                /** Format: date */
                to: string;
                winRate: {
                    difference: {
                        high: number;
                        low: number;
                        value: number;
                    } | null;
                    direct: components["schemas"]["GroupRate"];
                    partner: components["schemas"]["GroupRate"];
                };
            };
            completeness: {
                deals: number;
                /** @description Names the rows behind a number */
                figure: string;
                /** @enum {string} */
                gap: "wonWithoutEvidence" | "partnerWonUnproven" | "assumedEntry" | "assumedCreated" | "assumedClose" | "withoutAmount" | "withoutRate" | "withoutExpectedClose" | "unknownStage";
                of: number;
            }[];
            currency: string;
            definitions: {
                inForceFrom: string | null;
                missingSeats: string[];
                signatures: {
                    name: string;
                    seat: string;
                    /** Format: date */
                    signedOn: string;
                }[];
                /** @enum {string} */
                state: "default" | "draft" | "signed";
                texts: {
                    [key: string]: string;
                };
                version: number | null;
            };
            forecastSourcedPipelineNextQuarter: components["schemas"]["ForecastFigure"];
            freshness: {
                latestDealOn: string | null;
                latestFactOn: string | null;
                latestImport: {
                    /** Format: date */
                    committedOn: string;
                    fileName: string;
                    number: number;
                } | null;
                opportunities: number;
            };
            indicators: components["schemas"]["Indicator"][];
            isToday: boolean;
            /** Format: date */
            lastMonday: string;
            lastQuarter: components["schemas"]["QuarterName"];
            memo: {
                assisted: components["schemas"]["ClassColumn"];
            };
            missing: {
                /** @enum {string} */
                code: "noOpportunities" | "nothingRecent" | "noPartners" | "noEvidence" | "openingBalanceNotAccepted" | "noSignedPartner" | "noStageHistory" | "assumedClose" | "withoutAmount" | "withoutRate" | "withoutExpectedClose" | "unknownStage" | "noTargets" | "definitionsNotSigned";
                deals: number | null;
                figure: string | null;
                repair: string;
                text: string;
            }[];
            nextQuarter: components["schemas"]["QuarterName"];
            openingBalance: {
                acceptance: {
                    /** @constant */
                    state: "nothingToAccept";
                } | {
                    claims: number;
                    /** @constant */
                    state: "open";
                } | {
                    by: string;
                    claims: number;
                    claimsSince: number;
                    /** Format: date */
                    on: string;
                    /** @constant */
                    state: "accepted";
                };
                columns: {
                    coSold: components["schemas"]["ClassColumn"];
                    influenced: components["schemas"]["ClassColumn"];
                    sourced: components["schemas"]["ClassColumn"];
                };
                forecastSourcedPipelineNextQuarter: components["schemas"]["ForecastFigure"];
                memo: {
                    assisted: components["schemas"]["ClassColumn"];
                };
                shareOfNewPipeline: components["schemas"]["ShareFigure"];
                sourcedClosedWonLastQuarter: components["schemas"]["FixedFigure"];
                sourcedPipelineThisQuarter: components["schemas"]["FixedFigure"];
                waterfall: components["schemas"]["Waterfall"];
            };
            openings: {
                lastOpenedOn: string | null;
                missedWeeks: number;
                /** @enum {string} */
                seat: "cro" | "ceo";
                /** @enum {string} */
                state: "opened" | "alert" | "vacant" | "new";
                weeks: {
                    /** Format: date */
                    monday: string;
                    openings: number;
                }[];
            }[];
            organization: string;
            shareOfNewPipeline: components["schemas"]["ShareFigure"];
            sourcedClosedWonLastQuarter: components["schemas"]["FixedFigure"];
            sourcedPipelineThisQuarter: components["schemas"]["FixedFigure"];
            thisQuarter: components["schemas"]["QuarterName"];
            timeZone: string;
            waterfall: components["schemas"]["Waterfall"];
        };
        ScoreboardDefinitions: {
            activeRepDays: number;
            checkinFreshDays: number;
            entryStage: number;
            flatPoints: number;
            flatQuarters: number;
            freshDays: number;
            missedOpeningsAlert: number;
            rateMinimumDeals: number;
            shareFloors: number[];
            targets: {
                sourcedClosedWonMinor: number | null;
                sourcedPipelineMinor: number | null;
            };
        };
        ScoreboardDefinitionsInput: {
            activeRepDays: number;
            checkinFreshDays: number;
            entryStage: number;
            flatPoints: number;
            flatQuarters: number;
            freshDays: number;
            missedOpeningsAlert: number;
            rateMinimumDeals: number;
            shareFloors: number[];
            targets: {
                sourcedClosedWonMinor: number | null;
                sourcedPipelineMinor: number | null;
            };
        };
        ScoreboardInput: {
            answer: {
                parts: ({
                    /** @constant */
                    kind: "words";
                    text: string;
                } | {
                    amountMinor: number;
                    figure: string | null;
                    /** @constant */
                    kind: "money";
                    text: string;
                } | {
                    /** @constant */
                    kind: "percent";
                    text: string;
                    value: number;
                })[];
                text: string;
            };
            /** Format: date */
            asOf: string;
            audit: {
                latest: {
                    errorRate: number | null;
                    errors: number;
                    judged: number;
                    month: string;
                    most: number;
                    size: number;
                } | null;
                unaudited: boolean;
            };
            columns: {
                coSold: components["schemas"]["ClassColumnInput"];
                influenced: components["schemas"]["ClassColumnInput"];
                sourced: components["schemas"]["ClassColumnInput"];
            };
            company: {
                newThisQuarter: components["schemas"]["CompanyLineInput"];
                openPipeline: components["schemas"]["CompanyLineInput"];
            };
            comparison: {
                cycle: {
                    direct: components["schemas"]["GroupMedianInput"];
                    partner: components["schemas"]["GroupMedianInput"];
                };
                /** Format: date */
                from: string;
                leftOut: number;
                partnerDealsUnproven: number;
                /** Format: date */
                to: string;
                winRate: {
                    difference: {
                        high: number;
                        low: number;
                        value: number;
                    } | null;
                    direct: components["schemas"]["GroupRateInput"];
                    partner: components["schemas"]["GroupRateInput"];
                };
            };
            completeness: {
                deals: number;
                /** @description Names the rows behind a number */
                figure: string;
                /** @enum {string} */
                gap: "wonWithoutEvidence" | "partnerWonUnproven" | "assumedEntry" | "assumedCreated" | "assumedClose" | "withoutAmount" | "withoutRate" | "withoutExpectedClose" | "unknownStage";
                of: number;
            }[];
            currency: string;
            definitions: {
                inForceFrom: string | null;
                missingSeats: string[];
                signatures: {
                    name: string;
                    seat: string;
                    /** Format: date */
                    signedOn: string;
                }[];
                /** @enum {string} */
                state: "default" | "draft" | "signed";
                texts: {
                    [key: string]: string;
                };
                version: number | null;
            };
            forecastSourcedPipelineNextQuarter: components["schemas"]["ForecastFigureInput"];
            freshness: {
                latestDealOn: string | null;
                latestFactOn: string | null;
                latestImport: {
                    /** Format: date */
                    committedOn: string;
                    fileName: string;
                    number: number;
                } | null;
                opportunities: number;
            };
            indicators: components["schemas"]["IndicatorInput"][];
            isToday: boolean;
            /** Format: date */
            lastMonday: string;
            lastQuarter: components["schemas"]["QuarterNameInput"];
            memo: {
                assisted: components["schemas"]["ClassColumnInput"];
            };
            missing: {
                /** @enum {string} */
                code: "noOpportunities" | "nothingRecent" | "noPartners" | "noEvidence" | "openingBalanceNotAccepted" | "noSignedPartner" | "noStageHistory" | "assumedClose" | "withoutAmount" | "withoutRate" | "withoutExpectedClose" | "unknownStage" | "noTargets" | "definitionsNotSigned";
                deals: number | null;
                figure: string | null;
                repair: string;
                text: string;
            }[];
            nextQuarter: components["schemas"]["QuarterNameInput"];
            openingBalance: {
                acceptance: {
                    /** @constant */
                    state: "nothingToAccept";
                } | {
                    claims: number;
                    /** @constant */
                    state: "open";
                } | {
                    by: string;
                    claims: number;
                    claimsSince: number;
                    /** Format: date */
                    on: string;
                    /** @constant */
                    state: "accepted";
                };
                columns: {
                    coSold: components["schemas"]["ClassColumnInput"];
                    influenced: components["schemas"]["ClassColumnInput"];
                    sourced: components["schemas"]["ClassColumnInput"];
                };
                forecastSourcedPipelineNextQuarter: components["schemas"]["ForecastFigureInput"];
                memo: {
                    assisted: components["schemas"]["ClassColumnInput"];
                };
                shareOfNewPipeline: components["schemas"]["ShareFigureInput"];
                sourcedClosedWonLastQuarter: components["schemas"]["FixedFigureInput"];
                sourcedPipelineThisQuarter: components["schemas"]["FixedFigureInput"];
                waterfall: components["schemas"]["WaterfallInput"];
            };
            openings: {
                lastOpenedOn: string | null;
                missedWeeks: number;
                /** @enum {string} */
                seat: "cro" | "ceo";
                /** @enum {string} */
                state: "opened" | "alert" | "vacant" | "new";
                weeks: {
                    /** Format: date */
                    monday: string;
                    openings: number;
                }[];
            }[];
            organization: string;
            shareOfNewPipeline: components["schemas"]["ShareFigureInput"];
            sourcedClosedWonLastQuarter: components["schemas"]["FixedFigureInput"];
            sourcedPipelineThisQuarter: components["schemas"]["FixedFigureInput"];
            thisQuarter: components["schemas"]["QuarterNameInput"];
            timeZone: string;
            waterfall: components["schemas"]["WaterfallInput"];
        };
        /** @enum {string} */
        Seat: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
        /** @enum {string} */
        SeatInput: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
        ShareFigure: {
            activityNotOutput: {
                needPoints: number;
                overQuarters: number;
                risePoints: number | null;
                /** @enum {string} */
                state: "raised" | "clear" | "tooEarly";
            };
            denominator: components["schemas"]["AmountFigure"];
            floor: number | null;
            numerator: components["schemas"]["AmountFigure"];
            programYear: {
                /** @constant */
                state: "notStarted";
            } | {
                /** Format: date */
                endsOn: string;
                /** Format: date */
                firstPartnerSignedOn: string;
                /** Format: date */
                startsOn: string;
                /** @constant */
                state: "running";
                year: number;
            };
            quarters: {
                denominator: components["schemas"]["AmountFigure"];
                floor: number | null;
                isComplete: boolean;
                numerator: components["schemas"]["AmountFigure"];
                period: components["schemas"]["QuarterName"];
                value: number | null;
            }[];
            value: number | null;
        };
        ShareFigureInput: {
            activityNotOutput: {
                needPoints: number;
                overQuarters: number;
                risePoints: number | null;
                /** @enum {string} */
                state: "raised" | "clear" | "tooEarly";
            };
            denominator: components["schemas"]["AmountFigureInput"];
            floor: number | null;
            numerator: components["schemas"]["AmountFigureInput"];
            programYear: {
                /** @constant */
                state: "notStarted";
            } | {
                /** Format: date */
                endsOn: string;
                /** Format: date */
                firstPartnerSignedOn: string;
                /** Format: date */
                startsOn: string;
                /** @constant */
                state: "running";
                year: number;
            };
            quarters: {
                denominator: components["schemas"]["AmountFigureInput"];
                floor: number | null;
                isComplete: boolean;
                numerator: components["schemas"]["AmountFigureInput"];
                period: components["schemas"]["QuarterNameInput"];
                value: number | null;
            }[];
            value: number | null;
        };
        ShownCrmMap: {
            /** @description The CRM’s field by what it carries; null is not carried */
            names: {
                class: string | null;
                evidenceLink: string | null;
                lockDate: string | null;
                originDate: string | null;
                pageVersion: string | null;
                partner: string | null;
                registration: string | null;
                role: string | null;
            };
            setAt: number | null;
            setBy: string | null;
            /** @description The source whose deals this CRM holds */
            source: string;
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        ShownCrmMapInput: {
            /** @description The CRM’s field by what it carries; null is not carried */
            names: {
                class: string | null;
                evidenceLink: string | null;
                lockDate: string | null;
                originDate: string | null;
                pageVersion: string | null;
                partner: string | null;
                registration: string | null;
                role: string | null;
            };
            setAt: number | null;
            setBy: string | null;
            /** @description The source whose deals this CRM holds */
            source: string;
            /** @enum {string} */
            system: "salesforce" | "hubspot";
        };
        Statement: {
            currency: string;
            hash: string;
            id: string;
            issuedAt: number;
            lines: number;
            month: string;
            number: number;
            paidOn: string | null;
            partner: {
                id: string;
                name: string;
            };
            reference: string | null;
            totalMinor: number;
        };
        StatementInput: {
            currency: string;
            hash: string;
            id: string;
            issuedAt: number;
            lines: number;
            month: string;
            number: number;
            paidOn: string | null;
            partner: {
                id: string;
                name: string;
            };
            reference: string | null;
            totalMinor: number;
        };
        TouchSuggestion: {
            account: string | null;
            /** @enum {string} */
            action: "introduction" | "joint_meeting" | "stakeholder_access" | "objection_handled" | "competitive_risk_removed" | "solution_architecture" | "deployment_help" | "success_support" | "account_update" | "expansion_surfaced";
            deal: {
                id: string;
                name: string;
                number: number;
            };
            evidence: string[];
            internalOwner: string | null;
            key: string;
            missing: ("person" | "outcome" | "evidence")[];
            occurredAt: number;
            occurredOn: string;
            /** @description A draft; null where nothing says it */
            outcome: string | null;
            partner: {
                id: string;
                name: string;
            };
            people: {
                name: string;
                partnerPersonId: string;
            }[];
            person: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            role: "originator" | "introducer" | "joint_seller" | "validator" | "objection_remover" | "procurement" | "reference" | "implementer" | "overlap";
            stageOrder: number | null;
            why: string;
        };
        TouchSuggestionInput: {
            account: string | null;
            /** @enum {string} */
            action: "introduction" | "joint_meeting" | "stakeholder_access" | "objection_handled" | "competitive_risk_removed" | "solution_architecture" | "deployment_help" | "success_support" | "account_update" | "expansion_surfaced";
            deal: {
                id: string;
                name: string;
                number: number;
            };
            evidence: string[];
            internalOwner: string | null;
            key: string;
            missing: ("person" | "outcome" | "evidence")[];
            occurredAt: number;
            occurredOn: string;
            /** @description A draft; null where nothing says it */
            outcome: string | null;
            partner: {
                id: string;
                name: string;
            };
            people: {
                name: string;
                partnerPersonId: string;
            }[];
            person: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            role: "originator" | "introducer" | "joint_seller" | "validator" | "objection_remover" | "procurement" | "reference" | "implementer" | "overlap";
            stageOrder: number | null;
            why: string;
        };
        WaitingClaim: {
            account: string | null;
            closedOn: string | null;
            /** @description Negative once the lock has passed */
            daysToLock: number | null;
            deal: {
                id: string;
                name: string;
                number: number;
                owner: string | null;
            } | null;
            evidence: string[];
            id: string;
            internalOwner: string | null;
            /** @description A partner has waited for our answer longer than two business days */
            isLate: boolean;
            /** @enum {string} */
            kind: "touch" | "introduction";
            lockOn: string | null;
            occurredOn: string;
            outcome: string | null;
            partner: {
                id: string;
                name: string;
            };
            person: string | null;
            recordedBy: string | null;
            recordedOn: string;
            role: string | null;
            /** @enum {string} */
            side: "vendor" | "partner";
            stageOrder: number | null;
            waitsSinceDays: number;
            way: string;
            what: string;
        };
        WaitingClaimInput: {
            account: string | null;
            closedOn: string | null;
            /** @description Negative once the lock has passed */
            daysToLock: number | null;
            deal: {
                id: string;
                name: string;
                number: number;
                owner: string | null;
            } | null;
            evidence: string[];
            id: string;
            internalOwner: string | null;
            /** @description A partner has waited for our answer longer than two business days */
            isLate: boolean;
            /** @enum {string} */
            kind: "touch" | "introduction";
            lockOn: string | null;
            occurredOn: string;
            outcome: string | null;
            partner: {
                id: string;
                name: string;
            };
            person: string | null;
            recordedBy: string | null;
            recordedOn: string;
            role: string | null;
            /** @enum {string} */
            side: "vendor" | "partner";
            stageOrder: number | null;
            waitsSinceDays: number;
            way: string;
            what: string;
        };
        Waterfall: {
            bars: {
                amountMinor: number;
                /** @enum {string} */
                bar: "start" | "created" | "pulledIn" | "creditedIn" | "increased" | "decreased" | "pushedOut" | "creditedOut" | "lost" | "won" | "revalued" | "corrected" | "end";
                deals: number;
                dealsWithoutAmount: number;
                /** @description Names the rows behind a number */
                figure: string;
                /** @enum {string} */
                kind: "total" | "change";
                onlyIfNotEmpty: boolean;
            }[];
            overdue: components["schemas"]["AmountFigure"];
            period: components["schemas"]["QuarterName"];
            /** Format: date */
            since: string;
            /** Format: date */
            until: string;
            withoutCloseDate: components["schemas"]["AmountFigure"];
        };
        WaterfallInput: {
            bars: {
                amountMinor: number;
                /** @enum {string} */
                bar: "start" | "created" | "pulledIn" | "creditedIn" | "increased" | "decreased" | "pushedOut" | "creditedOut" | "lost" | "won" | "revalued" | "corrected" | "end";
                deals: number;
                dealsWithoutAmount: number;
                /** @description Names the rows behind a number */
                figure: string;
                /** @enum {string} */
                kind: "total" | "change";
                onlyIfNotEmpty: boolean;
            }[];
            overdue: components["schemas"]["AmountFigureInput"];
            period: components["schemas"]["QuarterNameInput"];
            /** Format: date */
            since: string;
            /** Format: date */
            until: string;
            withoutCloseDate: components["schemas"]["AmountFigureInput"];
        };
        WeeklyDigest: {
            cut: {
                landed: number;
                needs_decision: number;
                slipped: number;
            };
            cutSays: string | null;
            items: {
                action: string | null;
                key: string;
                on: string | null;
                /** @enum {string} */
                owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
                /** @enum {string} */
                part: "needs_decision" | "slipped" | "landed";
                says: string;
                title: string;
            }[];
        };
        WeeklyDigestInput: {
            cut: {
                landed: number;
                needs_decision: number;
                slipped: number;
            };
            cutSays: string | null;
            items: {
                action: string | null;
                key: string;
                on: string | null;
                /** @enum {string} */
                owner: "cro" | "cfo" | "head_of_partnerships" | "partner_manager" | "partner_ops" | "partner_marketing" | "executive_sponsor" | "ae";
                /** @enum {string} */
                part: "needs_decision" | "slipped" | "landed";
                says: string;
                title: string;
            }[];
        };
        /** @enum {string} */
        WeekOneTask: "read_pages" | "countersign" | "own_number" | "arithmetic" | "seats" | "kickoff" | "deals" | "sales" | "candidates" | "managers";
        /** @enum {string} */
        WeekOneTaskInput: "read_pages" | "countersign" | "own_number" | "arithmetic" | "seats" | "kickoff" | "deals" | "sales" | "candidates" | "managers";
        WholeMail: {
            /** @description What came with it, by name; the files themselves are not kept */
            attachments: {
                bytes: number;
                name: string;
                type: string;
            }[];
            dismissedFor: string | null;
            /** @description Whom the mail names as its sender; nobody has proved it */
            from: {
                address: string;
                name: string | null;
            } | null;
            /** @description The mail was longer than what is kept */
            isCut: boolean;
            /** @description Names the mail as evidence too: mail:<id> */
            mailId: string;
            /** @description By the date of the mail itself */
            occurredOn: string;
            opportunityId: string;
            partner: {
                id: string;
                name: string;
            } | null;
            person: string | null;
            receivedOn: string;
            recipients: {
                address: string;
                /** @enum {string} */
                field: "to" | "cc";
                name: string | null;
            }[];
            /** @enum {string} */
            state: "waits" | "touch" | "dismissed";
            subject: string;
            /** @description Plain text; of a mail in HTML its words */
            text: string;
        };
        WholeMailInput: {
            /** @description What came with it, by name; the files themselves are not kept */
            attachments: {
                bytes: number;
                name: string;
                type: string;
            }[];
            dismissedFor: string | null;
            /** @description Whom the mail names as its sender; nobody has proved it */
            from: {
                address: string;
                name: string | null;
            } | null;
            /** @description The mail was longer than what is kept */
            isCut: boolean;
            /** @description Names the mail as evidence too: mail:<id> */
            mailId: string;
            /** @description By the date of the mail itself */
            occurredOn: string;
            opportunityId: string;
            partner: {
                id: string;
                name: string;
            } | null;
            person: string | null;
            receivedOn: string;
            recipients: {
                address: string;
                /** @enum {string} */
                field: "to" | "cc";
                name: string | null;
            }[];
            /** @enum {string} */
            state: "waits" | "touch" | "dismissed";
            subject: string;
            /** @description Plain text; of a mail in HTML its words */
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isSetUp: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        name: string;
                        organizations: {
                            isDemo: boolean;
                            name: string;
                            roles: components["schemas"]["Role"][];
                            slug: string;
                        }[];
                        secondFactor: boolean;
                        userId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword?: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The present password, for an account that has one */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backupCodes: string[];
                        /** @description For the QR code that an authenticator reads */
                        totpUri: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceBackupCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The present password, for an account that has one */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backupCodes: string[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The present password, for an account that has one */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string | null;
                            current: boolean;
                            endsAt: number;
                            /** @description Kept to the nearest five minutes */
                            lastUsedAt: number;
                            sessionId: string;
                            /** @description Epoch milliseconds, like every instant here */
                            startedAt: number;
                            userAgent: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        fiscalYearStartMonth: number;
                        holidays: string[];
                        isDemo: boolean;
                        me: {
                            capabilities: components["schemas"]["Capability"][];
                            membershipId: string;
                            name: string;
                            roles: components["schemas"]["Role"][];
                        };
                        name: string;
                        slug: string;
                        timeZone: string;
                        workingDays: number[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency?: string;
                    fiscalYearStartMonth?: number;
                    holidays?: string[];
                    name?: string;
                    timeZone?: string;
                    workingDays?: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        fiscalYearStartMonth: number;
                        holidays: string[];
                        isDemo: boolean;
                        name: string;
                        slug: string;
                        timeZone: string;
                        workingDays: number[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccruals: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
                /** @description Only lines on no statement */
                open?: string;
                opportunityId?: string;
                partnerId?: string;
                state?: "due" | "held" | "stated" | "paid";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Accrual"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            apiKeyId: string;
                            capabilities: string[];
                            endsOn: string | null;
                            /** @description The last four letters of its secret */
                            hint: string;
                            lastUsedAt: number | null;
                            madeAt: number;
                            madeBy: string | null;
                            name: string;
                            /** @enum {string} */
                            state: "works" | "over" | "revoked";
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    capabilities: components["schemas"]["KeyCapabilityInput"][];
                    /** @description Its last day; null: it works until it is revoked */
                    endsOn: string | null;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        apiKeyId: string;
                        secret: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actorId: string;
                            actorKind: string;
                            actorName: string | null;
                            after: unknown;
                            at: number;
                            before: unknown;
                            bulkCount: number | null;
                            entityId: string | null;
                            hash: string;
                            seq: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string | null;
                        hash: string;
                        org: string;
                        seq: number;
                        verified: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            dueMinor: number;
                            heldMinor: number;
                            paidMinor: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            statedMinor: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        brand: components["schemas"]["PortalBrand"] | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accent: string | null;
                    name: string | null;
                    welcome: {
                        de: string;
                        en: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordCheckIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nextStep: string;
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                    opportunityId: string;
                    partnerId: string;
                    partnerPersonId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checkInId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        claims: components["schemas"]["WaitingClaim"][];
                        isMore: boolean;
                        withdrawals: components["schemas"]["ProposedWithdrawal"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptCosellPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activeOn: string;
                    /** @description What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words> */
                    evidence: string[];
                    goal: string;
                    internalOwner: string;
                    opportunityId: string;
                    partnerId: string;
                    partnerPersonId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cosellPlanId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCosellPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                cosellPlanId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lapsedOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCreditCompleteness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byField: {
                            /** @enum {string} */
                            field: "partner" | "class" | "role" | "origin_event" | "origin_time" | "evidence" | "recorded_at" | "recorded_by" | "lock_date" | "page_version";
                            missing: number;
                        }[];
                        complete: number;
                        deals: number;
                        incomplete: {
                            missing: ("partner" | "class" | "role" | "origin_event" | "origin_time" | "evidence" | "recorded_at" | "recorded_by" | "lock_date" | "page_version")[];
                            name: string;
                            number: number;
                            opportunityId: string;
                        }[];
                        share: number | null;
                        target: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNamedWithoutAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            by: ("crm" | "claim")[];
                            isNew: boolean;
                            name: string;
                            number: number;
                            opportunityId: string;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "unknown";
                            owner: string | null;
                            partner: string;
                            partnerId: string;
                            since: string;
                        }[];
                        new: number;
                        total: number;
                        week: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            month: string;
                            population: number;
                            sample: {
                                drawnAt: number;
                                drawnBy: string;
                                /** @description Errors over the deals that were judged so far */
                                errorRate: number | null;
                                errors: number;
                                isFinished: boolean;
                                judged: number;
                                size: number;
                                /** @enum {string} */
                                standing: "open" | "clean" | "above_target" | "too_many";
                            } | null;
                        }[];
                        limits: {
                            most: number;
                            target: number;
                        };
                        unaudited: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawAuditSample: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A month, as 2026-03 */
                    month: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        population: number;
                        size: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A month, as 2026-03 */
                month: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draw: {
                            dealsAgree: boolean;
                            population: number;
                            populationHash: string;
                            seed: string;
                            seedAgrees: boolean;
                        };
                        drawnAt: number;
                        drawnBy: string;
                        /** @description Errors over the deals that were judged so far */
                        errorRate: number | null;
                        errors: number;
                        isFinished: boolean;
                        items: components["schemas"]["AuditItem"][];
                        judged: number;
                        limits: {
                            most: number;
                            target: number;
                        };
                        month: string;
                        size: number;
                        /** @enum {string} */
                        standing: "open" | "clean" | "above_target" | "too_many";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAuditItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                findingDealId: string;
                /** @description A month, as 2026-03 */
                month: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    finding: "sound" | "error";
                    /** @default null */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplays: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description The page in question, or a past day
                             * @enum {string}
                             */
                            about: "given" | "draft" | "proposed" | "then";
                            /** @description The version of the attribution page in force when it was asked */
                            baseVersion: number;
                            by: string;
                            finishedAt: number | null;
                            fromOn: string;
                            id: string;
                            /** @description The past day of which the numbers are explained */
                            knownOn: string | null;
                            progress: {
                                all: number;
                                done: number;
                            } | null;
                            requestedAt: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "stopped";
                            toOn: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    page: {
                        [key: string]: unknown;
                    };
                } | {
                    /** @enum {string} */
                    from: "draft" | "proposed";
                } | {
                    knownOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditReplay"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMovedDeals: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: number;
                from?: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                limit?: number;
                partner?: string;
                to?: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
            };
            header?: never;
            path: {
                org: string;
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MovedDeal"][];
                        nextCursor: number | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmChecks: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CrmCheck"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkCrmExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fileId: string;
                    fileName?: string;
                    /**
                     * @description Where the columns do not say whose export it is
                     * @enum {string}
                     */
                    system?: "salesforce" | "hubspot";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checkId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCrmCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmCheck"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmDifferences: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: number;
                kind?: "missing_field" | "missing_value" | "other_value" | "stale_version" | "missing_deal";
                limit?: number;
            };
            header?: never;
            path: {
                checkId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CrmDifference"][];
                        nextCursor: number | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCrmExport: {
        parameters: {
            query: {
                system: "salesforce" | "hubspot";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmExport"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCrmExport: {
        parameters: {
            query: {
                path?: string;
                system: "salesforce" | "hubspot";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ShownCrmMap"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCrmFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmMapInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownCrmMap"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                failed?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failed: number;
                        items: components["schemas"]["Delivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        org: string;
                        /** @enum {string} */
                        state: "none" | "loading" | "ready";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loadDemo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDemo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        removed: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDirectOnlyAccounts: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            country: string | null;
                            domain: string | null;
                            name: string;
                        }[];
                        limitDays: number | null;
                        list: {
                            /** @description In days */
                            age: number;
                            count: number;
                            /** @description Older than the signed page allows: it stops nothing, it only asks */
                            isOld: boolean;
                            keptBy: string;
                            refreshedOn: string;
                        } | null;
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceDirectOnlyAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
                open?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dispute"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    claim: string;
                    /** @default null */
                    claimedClass?: ("sourced" | "co_sold" | "influenced" | "assisted" | "none") | null;
                    /** @default [] */
                    links?: string[];
                    opportunityId: string;
                    /** @default null */
                    partnerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disputeId: string;
                        number: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeCase"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    speakInDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                dispute: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @enum {string} */
                    kind: "answer" | "counter_claim" | "evidence" | "appeal" | "withdrawal";
                    /** @default [] */
                    links?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            currency: string;
                            effectiveOn: string;
                            rate: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    effectiveOn: string;
                    rate: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query: {
                /** @description The name of the file */
                name: string;
            };
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byteLength: number;
                        fileId: string;
                        sha256: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            detail: string | null;
                            id: string;
                            kind: string;
                            name: string;
                            number: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLinkedForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        form: components["schemas"]["RegistrationForm"];
                        /** @description The answers of the form by their keys */
                        known: {
                            [key: string]: unknown;
                        };
                        organization: {
                            currency: string;
                            name: string;
                            timeZone: string;
                        };
                        partner: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginLinkedRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                    rep: {
                        /** Format: email */
                        email: string;
                        name: string;
                    };
                    /**
                     * @description The answers of the form by their keys
                     * @default {}
                     */
                    typed?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @description Opens this registration alone */
                        secret: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openImportDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    file?: components["schemas"]["ImportFileChoiceInput"];
                    fileId: string;
                    /** @description Where it is not the stored one */
                    fileName?: string;
                    kind?: components["schemas"]["ImportKindInput"];
                    mapping?: components["schemas"]["ImportMappingInput"];
                    /** @description The system whose record ids these are */
                    source?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDraft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDraft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Import the good rows without the rejected ones
                     * @default false
                     */
                    leaveOutRejected?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDraft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setImportMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping: components["schemas"]["ImportMappingInput"];
                    source?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDraft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPartners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    names?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PartnerCandidate"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportRejects: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportReject"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportRejects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDraft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordIntroduction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    accountId?: string | null;
                    /** @default null */
                    buyerMeetingAt?: number | null;
                    /** @description What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words> */
                    evidence: string[];
                    /**
                     * @default introduction
                     * @enum {string}
                     */
                    kind?: "introduction" | "reopening" | "expansion";
                    /** @default null */
                    note?: string | null;
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                    /** @default null */
                    opportunityId?: string | null;
                    partnerId: string;
                    /** @default null */
                    partnerPersonId?: string | null;
                    /** @default null */
                    product?: string | null;
                    /**
                     * @description How it came in
                     * @default desk
                     * @enum {string}
                     */
                    way?: "desk" | "api";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        introductionId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmIntroduction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                introductionId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseIntroduction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                introductionId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why not, in words that the partner reads */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    password?: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        org: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        organization: string;
                        roles: components["schemas"]["Role"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    accessEndsOn?: string | null;
                    /** Format: email */
                    email: string;
                    /** @default null */
                    partnerId?: string | null;
                    roles: components["schemas"]["RoleInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: number;
                        invitationId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnLetters: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLift: {
        parameters: {
            query?: {
                /** @description Everything as known at the end of that day; today if left out */
                asOf?: string;
                /** @description What credit proves, or what imports say of who sourced a deal; credit if left out */
                scope?: "proven" | "openingBalance";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        done: number;
                        /** @enum {string} */
                        state: "working";
                    } | {
                        asOf: string;
                        closed: number;
                        comparisons: components["schemas"]["LiftComparison"][];
                        currency: string;
                        deals: number;
                        leftOut: {
                            otherProof: number;
                            undated: number;
                            unknownOutcome: number;
                        };
                        matured: number;
                        maturity: {
                            closed: number;
                            days: number;
                            landmark: number;
                        } | null;
                        /** @enum {string} */
                        scope: "proven" | "openingBalance";
                        /** @enum {string} */
                        state: "ready";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadLiftDeals: {
        parameters: {
            query: {
                /** @description Everything as known at the end of that day; today if left out */
                asOf?: string;
                exposure: "sourced" | "coSold" | "influenced";
                /** @description What credit proves, or what imports say of who sourced a deal; credit if left out */
                scope?: "proven" | "openingBalance";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadLiftStrata: {
        parameters: {
            query: {
                /** @description Everything as known at the end of that day; today if left out */
                asOf?: string;
                exposure: "sourced" | "coSold" | "influenced";
                /** @description What credit proves, or what imports say of who sourced a deal; credit if left out */
                scope?: "proven" | "openingBalance";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitMailedDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: {
                        /** @enum {string} */
                        act: "accept";
                    } | {
                        /** @enum {string} */
                        act: "reject";
                        reason: string;
                        /** @default  */
                        words?: string;
                    } | {
                        /** @enum {string} */
                        act: "ask";
                        asks: string;
                    };
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conflict: boolean;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMailedDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        concerns: string[];
                        country: string | null;
                        customer: string;
                        days: number;
                        domain: string | null;
                        dueOn: string | null;
                        evidence: string | null;
                        me: string;
                        /** @description Who decides after a yes; null: a yes is the last word */
                        next: string | null;
                        number: number;
                        partner: string;
                        reasons: string[];
                        seat: ("partner_ops" | "partner_manager" | "head_of_partnerships" | "cro") | null;
                        useCase: string | null;
                        usedFor: ("accept" | "reject" | "ask") | null;
                        value: {
                            currency: string;
                            minor: number;
                        } | null;
                        whyNot: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDealMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeMail"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitations: {
                            email: string;
                            expiresAt: number;
                            invitationId: string;
                            roles: components["schemas"]["Role"][];
                        }[];
                        items: {
                            accessEndsOn: string | null;
                            membershipId: string;
                            name: string;
                            partnerId: string | null;
                            roles: components["schemas"]["Role"][];
                            suspended: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                membershipId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accessEndsOn?: string | null;
                    roles?: components["schemas"]["RoleInput"][];
                    suspended?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNoticeChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        choices: {
                            group: components["schemas"]["NoticeGroup"];
                            way: components["schemas"]["NoticeWay"];
                        }[];
                        /** @description Nothing leaves from a demo company */
                        isDemo: boolean;
                        settings: {
                            /** @description Minutes after midnight in the time zone of the organization */
                            digestMinute: number;
                            /** @description How long what is told at once waits for what comes with it */
                            gatherMinutes: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseNoticeWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: components["schemas"]["NoticeGroupInput"];
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    way: components["schemas"]["NoticeWayInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNoticeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Minutes after midnight in the time zone of the organization */
                    digestMinute: number;
                    /** @description How long what is told at once waits for what comes with it */
                    gatherMinutes: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotices: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                group?: components["schemas"]["NoticeGroupInput"];
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            isRead: boolean;
                            kind: string;
                            /** @description The path below the desk, or below the portal for a partner */
                            link: string;
                            madeAt: number;
                            /** @description What the sentence is made of; empty where it was told before this was kept */
                            params: {
                                [key: string]: string | number | boolean | null;
                            };
                            /** @description In English */
                            sentence: string;
                        }[];
                        nextCursor: string | null;
                        unread: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: number;
                } | {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpeningBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningBalance"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOpeningBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningBalanceAcceptance"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpportunities: {
        parameters: {
            query?: {
                accountId?: string;
                /** @description Imported claim, where there is no credit */
                claim?: "sourced" | "co_sold" | "influenced" | "assisted";
                credit?: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                outcome?: "open" | "won" | "lost" | "unknown";
                owner?: string;
                partnerId?: string;
                /** @description Part of the name, a short number or a record id */
                q?: string;
                sort?: "name" | "-amount" | "-entered" | "-closed" | "-created";
                stage?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account: {
                                accountId: string;
                                name: string;
                            } | null;
                            amountMinor: number | null;
                            /** @description Imported, unproven */
                            claim: {
                                class: string;
                                partner: {
                                    name: string;
                                    partnerId: string;
                                } | null;
                            } | null;
                            closedAssumed: boolean;
                            closedOn: string | null;
                            createdOn: string | null;
                            credit: {
                                class: string;
                                partner: {
                                    name: string;
                                    partnerId: string;
                                } | null;
                            };
                            currency: string | null;
                            /** @description No history says so: the created date stands in */
                            enteredAssumed: boolean;
                            /** @description The day it became pipeline */
                            enteredOn: string | null;
                            entryAmountMinor: number | null;
                            entryCurrency: string | null;
                            expectedCloseOn: string | null;
                            lateEvents: number;
                            leadSource: string | null;
                            name: string;
                            number: number;
                            opportunityId: string;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "unknown";
                            owner: string | null;
                            product: string | null;
                            recordId: string;
                            source: string;
                            stage: string | null;
                            /** @description Where the stage stands in the pipeline */
                            stageOrder: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                dealId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                dealId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    intoOpportunityId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                dealId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunity: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            accountId: string;
                            name: string;
                        } | null;
                        amountMinor: number | null;
                        /** @description Imported, unproven */
                        claim: {
                            class: string;
                            partner: {
                                name: string;
                                partnerId: string;
                            } | null;
                        } | null;
                        claims: {
                            importNumber: number | null;
                            isPrimary: boolean;
                            knownAt: number;
                            partner: string;
                            partnerId: string;
                            role: string | null;
                        }[];
                        closedAssumed: boolean;
                        closedOn: string | null;
                        createdOn: string | null;
                        credit: {
                            class: string;
                            partner: {
                                name: string;
                                partnerId: string;
                            } | null;
                        };
                        currency: string | null;
                        /** @description No history says so: the created date stands in */
                        enteredAssumed: boolean;
                        /** @description The day it became pipeline */
                        enteredOn: string | null;
                        entryAmountMinor: number | null;
                        entryCurrency: string | null;
                        expectedCloseOn: string | null;
                        facts: {
                            amountMinor: number | null;
                            closedOn: string | null;
                            currency: string | null;
                            expectedCloseOn: string | null;
                            importNumber: number | null;
                            knownAssumed: boolean;
                            knownAt: number;
                            name: string | null;
                            owner: string | null;
                            recordedAt: number;
                            stage: string | null;
                        }[];
                        lateEvents: number;
                        leadSource: string | null;
                        name: string;
                        number: number;
                        opportunityId: string;
                        /** @enum {string} */
                        outcome: "open" | "won" | "lost" | "unknown";
                        owner: string | null;
                        product: string | null;
                        recordId: string;
                        source: string;
                        stage: string | null;
                        /** @description Where the stage stands in the pipeline */
                        stageOrder: number | null;
                        stages: {
                            amountMinor: number | null;
                            changedAt: number;
                            changedOn: string;
                            currency: string | null;
                            stage: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunity: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditExplanation"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDealMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunity: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null where no mail comes in */
                        address: string | null;
                        isMore: boolean;
                        items: components["schemas"]["DealMail"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDealSuggestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunity: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TouchSuggestion"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptSuggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                opportunity: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    action?: ("introduction" | "joint_meeting" | "stakeholder_access" | "objection_handled" | "competitive_risk_removed" | "solution_architecture" | "deployment_help" | "success_support" | "account_update" | "expansion_surfaced") | null;
                    /** @default null */
                    evidence?: string[] | null;
                    /** @default null */
                    internalOwner?: string | null;
                    /** @description The key of the suggestion */
                    key: string;
                    /** @default null */
                    occurredAt?: number | null;
                    /** @default null */
                    outcome?: string | null;
                    /** @default null */
                    partnerPersonId?: string | null;
                    /** @default null */
                    role?: ("originator" | "introducer" | "joint_seller" | "validator" | "objection_remover" | "procurement" | "reference" | "implementer" | "overlap") | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptTouch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissSuggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                opportunity: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The key of the suggestion */
                    key: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clawBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                opportunityId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    leftOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoClawback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunityId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDealKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunityId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "new" | "renewal" | "expansion";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countOpportunities: {
        parameters: {
            query?: {
                accountId?: string;
                /** @description Imported claim, where there is no credit */
                claim?: "sourced" | "co_sold" | "influenced" | "assisted";
                credit?: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                outcome?: "open" | "won" | "lost" | "unknown";
                owner?: string;
                partnerId?: string;
                /** @description Part of the name, a short number or a record id */
                q?: string;
                sort?: "name" | "-amount" | "-entered" | "-closed" | "-created";
                stage?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        isMore: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHeldRegistration: {
        parameters: {
            query?: {
                language?: "en" | "de";
            };
            header?: never;
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        form: components["schemas"]["RegistrationForm"];
                        /** @description A mail that is an answer once the reader sends it */
                        heldAnswer: {
                            from: string;
                            words: string;
                        } | null;
                        /** @description The answers of the form by their keys */
                        known: {
                            [key: string]: unknown;
                        };
                        organization: {
                            currency: string;
                            name: string;
                            timeZone: string;
                        };
                        partner: string;
                        registration: components["schemas"]["OwnRegistration"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerHeldRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appealHeldRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hintHeldDomain: {
        parameters: {
            query: {
                domain: string;
                language?: "en" | "de";
            };
            header?: never;
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string | null;
                        hint: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveHeldDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The answers of the form by their keys */
                    typed: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        missing: {
                            expected: string;
                            found: string;
                            path: string;
                            repair: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askHeldExtension: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewHeldDecision: {
        parameters: {
            query?: {
                amountMinor?: number;
                country?: string;
                currency?: string;
            };
            header?: never;
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationOutlook"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitHeldRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        readonly notes: string[];
                        number: number;
                        registrationId: string;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateHeldRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawHeldRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                pass: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: {
                archetype?: "reseller" | "msp" | "si" | "isv" | "referral" | "agency";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                openingStage?: "recruit" | "onboard" | "activate" | "producing" | "manage" | "expand" | "off_board";
                /** @description Part of the name */
                q?: string;
                signed?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            archetype: string | null;
                            country: string | null;
                            deals: number;
                            domain: string | null;
                            managerId: string | null;
                            name: string;
                            number: number;
                            openDeals: number;
                            /** @description The stage of the journey in which the partner came */
                            openingStage: string | null;
                            partnerId: string;
                            signedOn: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    archetype?: ("reseller" | "msp" | "si" | "isv" | "referral" | "agency") | null;
                    /** @default null */
                    country?: string | null;
                    /** @default null */
                    domain?: string | null;
                    /** @default null */
                    managerId?: string | null;
                    name: string;
                    /** @default null */
                    openingStage?: ("recruit" | "onboard" | "activate" | "producing" | "manage" | "expand" | "off_board") | null;
                    /** @default null */
                    signedOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        partnerId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archetype: string | null;
                        certifiedOn: string | null;
                        /** @description Of its agreement; null: everywhere */
                        countries: string[] | null;
                        country: string | null;
                        domain: string | null;
                        managerId: string | null;
                        name: string;
                        number: number;
                        /** @description The stage of the journey in which the partner came */
                        openingStage: string | null;
                        partnerId: string;
                        people: {
                            email: string | null;
                            /** @description The last day there; null for who is there */
                            leftOn: string | null;
                            name: string;
                            partnerPersonId: string;
                        }[];
                        signedOn: string | null;
                        /** @description Since when it registers no deals */
                        suspendedAt: number | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archetype?: ("reseller" | "msp" | "si" | "isv" | "referral" | "agency") | null;
                    country?: string | null;
                    domain?: string | null;
                    managerId?: string | null;
                    name?: string;
                    openingStage?: ("recruit" | "onboard" | "activate" | "producing" | "manage" | "expand" | "off_board") | null;
                    signedOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPartnerPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    email?: string | null;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partnerPersonId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePartnerPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
                partnerPersonId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    leftOn: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegistrationFormFor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        form: components["schemas"]["RegistrationForm"];
                        /** @description The answers of the form by their keys */
                        known: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegistrationLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: {
                            address: string | null;
                            lastUsedAt: number | null;
                            madeAt: number;
                            madeBy: string;
                            number: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeRegistrationLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        secret: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeRegistrationLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPartnerChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The address is a secret and is never answered */
                        channel: {
                            groups: components["schemas"]["NoticeGroup"][];
                            host: string;
                            setAt: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPartnerChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    groups: components["schemas"]["NoticeGroupInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePartnerChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testPartnerChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string;
                        arrived: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePartnerStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    certifiedOn?: string | null;
                    countries?: string[] | null;
                    isSuspended?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPayRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayRules"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                word: components["schemas"]["PageWordInput"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            body: unknown;
                            countersignatures: {
                                membershipId: string;
                                name: string;
                                seat: string;
                                signedAt: number;
                            }[];
                            inForceFrom: string;
                            isDraft: boolean;
                            missing: string[];
                            proposedAt: number;
                            proposedBy: string;
                            signatures: {
                                interim: components["schemas"]["InterimAs"] | null;
                                membershipId: string;
                                name: string;
                                seat: string;
                                signedAt: number;
                            }[];
                            signedOn: string | null;
                            /** @enum {string} */
                            standing: "proposed" | "overtaken" | "signed" | "in_force" | "superseded";
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countersignPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                version: number;
                word: components["schemas"]["PageWordInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The signer’s present password, for an account that has one */
                    password?: string;
                    seat: components["schemas"]["SeatInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                version: number;
                word: components["schemas"]["PageWordInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The signer’s present password, for an account that has one */
                    password?: string;
                    seat: components["schemas"]["SeatInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        missing: string[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeScoreboardDefinitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definitions: components["schemas"]["ScoreboardDefinitionsInput"];
                    inForceFrom: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        brand: components["schemas"]["PortalBrand"] | null;
                        me: {
                            capabilities: components["schemas"]["Capability"][];
                            /** @description The language of letters to the caller; null: never chosen, so English */
                            language: ("en" | "de") | null;
                            name: string;
                            roles: components["schemas"]["Role"][];
                        };
                        organization: {
                            currency: string;
                            isDemo: boolean;
                            name: string;
                            timeZone: string;
                        };
                        partner: {
                            name: string;
                            partnerId: string;
                        };
                        people: {
                            name: string;
                            partnerPersonId: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPortalOpening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description It closes when the override of the gate is taken back */
                        byOverride: boolean;
                        /** @description When the first was let through; null: not yet */
                        openedAt: number | null;
                        /** @enum {string} */
                        state: "open";
                    } | {
                        gate: {
                            /** @enum {string} */
                            key: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
                            name: string;
                            title: string;
                        };
                        /** @description Of earlier gates that are closed first */
                        missing: string[];
                        /** @enum {string} */
                        state: "closed";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnAccruals: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
                /** @description Only lines on no statement */
                open?: string;
                opportunityId?: string;
                state?: "due" | "held" | "stated" | "paid";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Accrual"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPortalBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalBrand"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnClaims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            claimId: string;
                            deal: string;
                            evidence: string[];
                            /** @enum {string} */
                            kind: "touch" | "introduction";
                            number: number;
                            occurredOn: string;
                            opportunityId: string;
                            outcome: string | null;
                            person: string | null;
                            /** @description Why it was refused or withdrawn */
                            reason: string | null;
                            recordedOn: string;
                            /** @enum {string} */
                            state: "waiting" | "confirmed" | "refused" | "withdrawn";
                            what: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                claimId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "touch" | "introduction";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPortalDeals: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalDeal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPortalDeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                opportunityId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalDeal"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainOwnCredit: {
        parameters: {
            query?: {
                language?: "en" | "de";
            };
            header?: never;
            path: {
                opportunityId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditExplanation"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnDisputes: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dispute"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openOwnDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    claim: string;
                    /** @default null */
                    claimedClass?: ("sourced" | "co_sold" | "influenced" | "assisted" | "none") | null;
                    /** @default [] */
                    links?: string[];
                    opportunityId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disputeId: string;
                        number: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                ownDispute: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeCase"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    speakAsPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                ownDispute: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @enum {string} */
                    kind: "answer" | "counter_claim" | "evidence" | "appeal" | "withdrawal";
                    /** @default [] */
                    links?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hintDomain: {
        parameters: {
            query: {
                domain: string;
                language?: "en" | "de";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string | null;
                        hint: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimIntroduction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    buyerMeetingAt?: number | null;
                    /** @description What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words> */
                    evidence: string[];
                    /**
                     * @default introduction
                     * @enum {string}
                     */
                    kind?: "introduction" | "reopening" | "expansion";
                    /** @default null */
                    note?: string | null;
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                    opportunityId: string;
                    partnerPersonId: string;
                    /** @default null */
                    product?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        introductionId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choosePortalLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "en" | "de";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnPortalLetters: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPortalLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                logoHash: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPortalNoticeChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        choices: {
                            group: components["schemas"]["NoticeGroup"];
                            way: components["schemas"]["NoticeWay"];
                        }[];
                        /** @description Nothing leaves from a demo company */
                        isDemo: boolean;
                        settings: {
                            /** @description Minutes after midnight in the time zone of the organization */
                            digestMinute: number;
                            /** @description How long what is told at once waits for what comes with it */
                            gatherMinutes: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choosePortalNoticeWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: components["schemas"]["NoticeGroupInput"];
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    way: components["schemas"]["NoticeWayInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPortalNotices: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                group?: components["schemas"]["NoticeGroupInput"];
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            isRead: boolean;
                            kind: string;
                            /** @description The path below the desk, or below the portal for a partner */
                            link: string;
                            madeAt: number;
                            /** @description What the sentence is made of; empty where it was told before this was kept */
                            params: {
                                [key: string]: string | number | boolean | null;
                            };
                            /** @description In English */
                            sentence: string;
                        }[];
                        nextCursor: string | null;
                        unread: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logPortalReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: number;
                } | {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegistrationForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        form: components["schemas"]["RegistrationForm"];
                        /** @description The answers of the form by their keys */
                        known: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDecision: {
        parameters: {
            query?: {
                amountMinor?: number;
                country?: string;
                currency?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationOutlook"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegistrationTerms: {
        parameters: {
            query?: {
                language?: "en" | "de";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationTerms"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnRegistrations: {
        parameters: {
            query?: {
                language?: "en" | "de";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnRegistrationItem"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The answers of the form by their keys
                     * @default {}
                     */
                    typed?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        registrationId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appealRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRegistrationDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The answers of the form by their keys */
                    typed: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        missing: {
                            expected: string;
                            found: string;
                            path: string;
                            repair: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askExtension: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        readonly notes: string[];
                        number: number;
                        registrationId: string;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnRegistration: {
        parameters: {
            query?: {
                language?: "en" | "de";
            };
            header?: never;
            path: {
                number: number;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRegistration"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                    /** @description The answers of the form by their keys */
                    typed: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        readonly notes: string[];
                        number: number;
                        registrationId: string;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnStatements: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Statement"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        hash: string;
                        /** @description What waited because of a dispute when this one was issued */
                        held: components["schemas"]["Accrual"][];
                        id: string;
                        issuedAt: number;
                        items: components["schemas"]["Accrual"][];
                        lines: number;
                        month: string;
                        number: number;
                        /** @description Stated before and not paid when this one was issued */
                        openingMinor: number;
                        openingStatements: number;
                        paidOn: string | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        reference: string | null;
                        totalMinor: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOwnStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printOwnStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTeam"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteColleague: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "partner_admin" | "partner_rep";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: number;
                        invitationId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawTeamInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                ownInvitation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewTeamInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                ownInvitation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endTeamAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                colleagueId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    successorId: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        registrations: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenTeamAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                colleagueId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTeamRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                colleagueId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "partner_admin" | "partner_rep";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOverRegistrations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                colleagueId: string;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    successorId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        registrations: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimTouch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "introduction" | "joint_meeting" | "stakeholder_access" | "objection_handled" | "competitive_risk_removed" | "solution_architecture" | "deployment_help" | "success_support" | "account_update" | "expansion_surfaced";
                    /** @description What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words> */
                    evidence: string[];
                    /** @description Who of the company was on the other side */
                    internalOwner: string;
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                    opportunityId: string;
                    /** @default null */
                    outcome?: string | null;
                    partnerPersonId: string;
                    /** @enum {string} */
                    role: "originator" | "introducer" | "joint_seller" | "validator" | "objection_remover" | "procurement" | "reference" | "implementer" | "overlap";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptTouch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPrecedents: {
        parameters: {
            query?: {
                class?: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                q?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Ruling"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramState"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setProgramClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kickoffOn: string | null;
                    /** @enum {string} */
                    mode: "new" | "running";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDirectFunnel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actuals: components["schemas"]["LedgerActual"][];
                        facts: components["schemas"]["FunnelFact"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overrideGate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        overrideId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeGateOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gate: "g0" | "g1" | "g2" | "g3" | "g4" | "g5" | "g6" | "g7";
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                word: components["schemas"]["PageWordInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: unknown;
                    /** @default [] */
                    confirmed?: string[];
                    /** @description The revision that was seen; 0 where there was no draft */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: {
                revision?: number;
            };
            header?: never;
            path: {
                org: string;
                word: components["schemas"]["PageWordInput"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposePage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                word: components["schemas"]["PageWordInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    inForceFrom?: string | null;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inForceFrom: string;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printProgram: {
        parameters: {
            query?: {
                page?: components["schemas"]["PageWordInput"];
                /** @description One of its versions; without it the page as it stands */
                version?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunningProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningProgram"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignSeat: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                seat: components["schemas"]["SeatInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    interim?: components["schemas"]["InterimAsInput"] | null;
                    membershipId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                membershipId: string;
                org: string;
                seat: components["schemas"]["SeatInput"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromMembershipId: string;
                    toMembershipId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numbers: number;
                        partners: number;
                        seats: number;
                        tasks: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramText: {
        parameters: {
            query?: {
                /** @description yaml: the file itself */
                format?: "json" | "yaml";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What of each page the text shows */
                        as: {
                            [key: string]: "draft" | "proposed" | "signed" | "in_force" | "defaults";
                        };
                        text: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importProgramText: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The program as YAML */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pages: {
                            differences: components["schemas"]["PageDifference"][];
                            revision: number;
                            word: components["schemas"]["PageWord"];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewProgramText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The program as YAML */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pages: {
                            differences: components["schemas"]["PageDifference"][];
                            findings: {
                                code: string;
                                path: string;
                                rule: string;
                                sentence: string;
                                /** @enum {string} */
                                severity: "blocking" | "advisory";
                            }[];
                            title: string;
                            word: components["schemas"]["PageWord"];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramWatch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeekOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null for anybody but the leader */
                        pack: {
                            closedAt: number | null;
                            closedGates: string[];
                            number: {
                                guard: string;
                                number: string;
                                target: string;
                            };
                            /** @description Null until the leader’s first visit opens it */
                            openedAt: number | null;
                            pages: {
                                inForceFrom: string;
                                needsCountersignature: boolean;
                                signedForYou: {
                                    interim: components["schemas"]["InterimAs"] | null;
                                    name: string;
                                    signedAt: number;
                                } | null;
                                title: string;
                                version: number;
                                word: components["schemas"]["PageWord"];
                            }[];
                            tasks: {
                                doneAt: number | null;
                                guidance: string;
                                isDone: boolean;
                                isToldByFacts: boolean;
                                label: string;
                                task: components["schemas"]["WeekOneTask"];
                            }[];
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startWeekOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                task: components["schemas"]["WeekOneTaskInput"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    untickTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                task: components["schemas"]["WeekOneTaskInput"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuarters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        items: {
                            close: {
                                at: number;
                                by: string;
                                currency: string;
                                deals: number;
                                frozenHash: string;
                            } | null;
                            headline: components["schemas"]["FrozenFigure"][];
                            quarter: {
                                end: string;
                                fiscalYear: number;
                                index: 1 | 2 | 3 | 4;
                                label: string;
                                start: string;
                            };
                            /** @description Why it cannot be closed now; null where it can */
                            refusal: string | null;
                            /** @enum {string} */
                            state: "running" | "open" | "closed";
                            waiting: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeQuarter: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The caller’s present password, for an account that has one */
                    password?: string;
                    /** @description The first day of the quarter */
                    startsOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deals: number;
                        frozenHash: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readQuarter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                startsOn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        close: {
                            at: number;
                            by: string;
                            currency: string;
                            deals: number;
                            frozenHash: string;
                        };
                        deals: {
                            amountMinor: number | null;
                            /** @enum {string} */
                            class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                            coSold: boolean;
                            creditId: string | null;
                            /** @enum {string} */
                            measure: "pipeline" | "closed_won";
                            name: string;
                            number: number;
                            opportunityId: string;
                            partner: string | null;
                        }[];
                        figures: components["schemas"]["FrozenFigure"][];
                        quarter: {
                            end: string;
                            fiscalYear: number;
                            index: 1 | 2 | 3 | 4;
                            label: string;
                            start: string;
                        };
                        restatements: components["schemas"]["Restatement"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewQuarter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                startsOn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        deals: number;
                        figures: components["schemas"]["FrozenFigure"][];
                        open: {
                            claims: number;
                            disputes: number;
                            grayCases: number;
                            monthsNotAudited: string[];
                            undecided: number;
                        };
                        quarter: {
                            end: string;
                            fiscalYear: number;
                            index: 1 | 2 | 3 | 4;
                            label: string;
                            start: string;
                        };
                        refusal: string | null;
                        withoutAmount: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissRegistrationConflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                conflict: number;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleRegistrationConflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                conflict: number;
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    evidence?: string[];
                    /** @enum {string} */
                    ground: "earliest" | "direct_first" | "customer_choice" | "disproved" | "panel";
                    /** @description The registration that gets the account; null: our own deal does */
                    winner: string | null;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRegistrations: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        /**
                         * @description Those whose checks all pass
                         * @enum {string}
                         */
                        kind: "accept";
                    } | {
                        /** @enum {string} */
                        kind: "reject";
                        /** @description One of the closed list of the registration page */
                        reason: string;
                        /** @default  */
                        words?: string;
                    } | {
                        asks: string;
                        /** @default false */
                        isIncomplete?: boolean;
                        /** @enum {string} */
                        kind: "return";
                    };
                    registrationIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: number | null;
                            /** @enum {string} */
                            outcome: "accepted" | "approved" | "contested" | "rejected" | "returned" | "refused";
                            registrationId: string;
                            /** @description Why it was not decided; null where it was */
                            why: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegistrations: {
        parameters: {
            query?: {
                cursor?: string;
                group?: "waiting" | "protected" | "over";
                limit?: number;
                partner?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Unanswered registrations by their age in days */
                        ages: {
                            count: number;
                            isRed: boolean;
                            under: number | null;
                        }[];
                        counts: {
                            over: number;
                            protected: number;
                            waiting: number;
                        };
                        /** @description The registration page is signed and in force */
                        isOpen: boolean;
                        items: components["schemas"]["RegistrationItem"][];
                        nextCursor: string | null;
                        /** @description The same by partner manager, in the order of the ages; null: the partner has no manager */
                        owners: {
                            counts: number[];
                            owner: string | null;
                        }[];
                        /** @description The closed list of reasons for a rejection */
                        reasons: string[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginRegistrationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partnerId: string;
                    rep: {
                        /** @default null */
                        email?: string | null;
                        name: string;
                    };
                    /**
                     * @description The answers of the form by their keys
                     * @default {}
                     */
                    typed?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        registrationId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    changed?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * @description The deal of the CRM that it is
                     * @default null
                     */
                    opportunityId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Another registration has the account; a case was opened */
                        conflict: boolean;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignRegistrationAe: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    membershipId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerRegistrationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appealRegistrationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRegistrationAppeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isGranted: boolean;
                    /**
                     * @description Needed where a ruling is appealed; who loses by it reads it
                     * @default
                     */
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkRegistrationDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    opportunityId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRegistrationDraftFor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The answers of the form by their keys */
                    typed: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        missing: {
                            expected: string;
                            found: string;
                            path: string;
                            repair: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRegistrationExtension: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isGiven: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asks: string;
                    /**
                     * @description Something is missing that the form requires
                     * @default false
                     */
                    isIncomplete?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Another registration has the account; a case was opened */
                        conflict: boolean;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @default  */
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Another registration has the account; a case was opened */
                        conflict: boolean;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitRegistrationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        readonly notes: string[];
                        number: number;
                        registrationId: string;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRegistrationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawRegistrationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerDealFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partnerId: string;
                    rep: {
                        /** @default null */
                        email?: string | null;
                        name: string;
                    };
                    /** @description The answers of the form by their keys */
                    typed: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        readonly notes: string[];
                        number: number;
                        registrationId: string;
                        state: components["schemas"]["RegistrationState"];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptRestatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                restatementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseRestatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                restatementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            class: string;
                            dueAt: number;
                            isOverdue: boolean;
                            name: string;
                            number: number;
                            opportunityId: string;
                            partner: {
                                id: string;
                                name: string;
                            } | null;
                            sinceAt: number;
                            why: string;
                        }[];
                        share: {
                            deals: number;
                            gray: number;
                            most: number;
                            mustRevise: boolean;
                            quarterStartsOn: string;
                            value: number | null;
                        };
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeRuling: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    class: "sourced" | "co_sold" | "influenced" | "assisted" | "none";
                    /** @default null */
                    disputeId?: string | null;
                    opportunityId: string;
                    /** @default null */
                    partnerId?: string | null;
                    question: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        rulingId: string;
                        stands: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signRuling: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                rulingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stands: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScoreboard: {
        parameters: {
            query?: {
                /** @description Everything as known at the end of that day; today if left out */
                asOf?: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scoreboard"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logScoreboardOpening: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        logged: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFigureRows: {
        parameters: {
            query: {
                /** @description Everything as known at the end of that day; today if left out */
                asOf?: string;
                cursor?: string;
                /** @description A figure key of the scoreboard */
                figure: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureRows"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordSignal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the source calls the event: the same key again changes nothing */
                    eventKey: string;
                    /**
                     * @description What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words>
                     * @default []
                     */
                    evidence?: string[];
                    /** @default null */
                    internalOwner?: string | null;
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                    opportunityId: string;
                    /** @default null */
                    partnerId?: string | null;
                    /** @default null */
                    partnerPersonId?: string | null;
                    /** @default null */
                    personEmail?: string | null;
                    subject: string;
                    /** @default null */
                    summary?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isNew: boolean;
                        signalId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProgramChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The address is a secret and is never answered */
                        channel: {
                            groups: components["schemas"]["NoticeGroup"][];
                            host: string;
                            setAt: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setProgramChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    groups: components["schemas"]["NoticeGroupInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeProgramChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testProgramChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string;
                        arrived: boolean;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatements: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Statement"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueStatements: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    month: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        statements: number;
                        totalMinor: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        hash: string;
                        /** @description What waited because of a dispute when this one was issued */
                        held: components["schemas"]["Accrual"][];
                        id: string;
                        issuedAt: number;
                        items: components["schemas"]["Accrual"][];
                        lines: number;
                        month: string;
                        number: number;
                        /** @description Stated before and not paid when this one was issued */
                        openingMinor: number;
                        openingStatements: number;
                        paidOn: string | null;
                        partner: {
                            id: string;
                            name: string;
                        };
                        reference: string | null;
                        totalMinor: number;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    paidOn: string;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewStatements: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        heldLines: number;
                        heldMinor: number;
                        issuedBefore: number;
                        items: {
                            currency: string;
                            lines: number;
                            partner: {
                                id: string;
                                name: string;
                            };
                            totalMinor: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuggestions: {
        parameters: {
            query?: {
                whose?: "mine" | "all";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TouchSuggestion"][];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordTouch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The account, where there is no deal yet
                     * @default null
                     */
                    accountId?: string | null;
                    /** @enum {string} */
                    action: "introduction" | "joint_meeting" | "stakeholder_access" | "objection_handled" | "competitive_risk_removed" | "solution_architecture" | "deployment_help" | "success_support" | "account_update" | "expansion_surfaced";
                    /**
                     * @description You were there and confirm it in the same breath
                     * @default false
                     */
                    confirmed?: boolean;
                    /** @description What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words> */
                    evidence: string[];
                    internalOwner: string;
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                    /** @default null */
                    opportunityId?: string | null;
                    /** @default null */
                    outcome?: string | null;
                    partnerId: string;
                    partnerPersonId: string;
                    /** @enum {string} */
                    role: "originator" | "introducer" | "joint_seller" | "validator" | "objection_remover" | "procurement" | "reference" | "implementer" | "overlap";
                    /**
                     * @description The stage then; left out, the history of the deal says it
                     * @default null
                     */
                    stageOrder?: number | null;
                    /**
                     * @description How it came in
                     * @default desk
                     * @enum {string}
                     */
                    way?: "desk" | "api";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptTouch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTouch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                touchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseTouch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                touchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why not, in words that the partner reads */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordVendorContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                    /** @enum {string} */
                    kind: "meeting" | "outbound";
                    /** @description Epoch milliseconds */
                    occurredAt: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        vendorContactId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query: {
                page: "opportunities" | "partners";
            };
            header?: never;
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            isMine: boolean;
                            name: string;
                            query: string;
                            shared: boolean;
                            viewId: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    page: "opportunities" | "partners";
                    query: string;
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        viewId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: string;
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    factId: string;
                    /** @enum {string} */
                    kind: "introduction" | "touch" | "vendor_contact" | "cosell_plan" | "check_in";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "done" | "proposed";
                        withdrawalId: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cosignWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat of the call with the same key has no further effect and returns the first answer; kept 24 hours */
                "idempotency-key"?: string;
            };
            path: {
                org: string;
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newPassword: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    /** Format: email */
                    email: string;
                    fiscalYearStartMonth: number;
                    name: string;
                    organizationName: string;
                    password: string;
                    publicUrl: string | null;
                    timeZone: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        org: string;
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemMagicLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description With second_factor_needed there is no session yet: give a code to /sign-in/second-factor
                         * @enum {string}
                         */
                        outcome: "signed_in" | "second_factor_needed";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestMagicLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description With second_factor_needed there is no session yet: give a code to /sign-in/second-factor
                         * @enum {string}
                         */
                        outcome: "signed_in" | "second_factor_needed";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description With second_factor_needed there is no session yet: give a code to /sign-in/second-factor
                         * @enum {string}
                         */
                        outcome: "signed_in" | "second_factor_needed";
                    };
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
