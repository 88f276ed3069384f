"""Peers of the outlook, timed in an environment of their own; prints JSON. Imports nothing of ours.

A step is one period of one future of one plan, as each counts its periods: months in monteplan, years in manyfutures.
Both are given less to do than ours: one account, one plan.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from typing import Any


def monteplan() -> tuple[Any, int]:
    """40 years in months, 10,000 futures, one taxable account, federal brackets and investment income tax."""
    from monteplan import AccountConfig, PlanConfig, SimulationConfig, default_policies, simulate, us_only_market

    account = AccountConfig(account_type="taxable", balance=1.0, annual_contribution=40_000.0)
    plan = PlanConfig(
        current_age=30,
        retirement_age=69,
        end_age=70,
        accounts=[account],
        monthly_income=16_000.0,
        monthly_spending=5_000.0,
    )
    policies = default_policies().model_copy(update={"tax_model": "us_federal", "include_niit": True})
    market, config = us_only_market(), SimulationConfig(n_paths=10_000, seed=1)
    return (lambda: simulate(plan, market, policies, config)), 40 * 12 * 10_000


def manyfutures() -> tuple[Any, int]:
    """Its own example, Dutch tax: 5,000 futures by years, each to the end of two lives (counted as 65 years)."""
    import numpy as np
    from manyfutures import Assumptions, Household, Profile, Scenario, Start, scenario
    from manyfutures.models import Adult, MortgageTerms, Position, StudentLoanTerms

    profile = Profile(
        first_adult=Adult(born=date(1990, 1, 1), life_series="men"), partner=Adult(born=1992, life_series="women")
    )
    household = Household(
        gross_income=180_000, working_years_spending=40_000, pension=20_000, child_birth_ages=(33,), daycare_days_per_week=2,
        daycare_monthly_per_day=500, childcare_reimbursement_rate=0.33, after_school_monthly=300,
        mortgage=MortgageTerms(rate=0.035, term=30, start=date(2024, 1, 1)),
        student_loan=StudentLoanTerms(rate=0.03, repayment=500, repayment_day=1),
    )  # fmt: skip
    position = Position(
        portfolio=350_000,
        crypto=0,
        cash_buffer=30_000,
        home_value=520_000,
        mortgage_balance=340_000,
        student_loan=20_000,
    )
    returns = np.random.default_rng(1).normal(0.07, 0.17, 120)
    start = Start(today=date(2026, 6, 1), position=position, returns=returns, return_years=np.arange(1906, 2026))

    def run() -> Any:
        return scenario.run(Scenario(), start, household=household, profile=profile, assumptions=Assumptions())

    return run, 5_000 * 65


def firecast() -> tuple[Any, int]:
    """40 years in months, 100 futures (it steps each by itself), stocks and a bank account, no tax."""
    from firecast.config.config import Asset, DeterministicInputs, PortfolioRebalance, SimulationParameters
    from firecast.config.correlation_matrix import CorrelationMatrix
    from firecast.core.simulation import SimulationBuilder

    futures, years = 100, 40
    assets = {
        "stocks": Asset(mu=0.07, sigma=0.17, withdrawal_priority=1),
        "inflation": Asset(mu=0.025, sigma=0.02),
    }
    inputs = DeterministicInputs(
        initial_bank_balance=10_000.0, bank_lower_bound=5_000.0, bank_upper_bound=10_000.0, years_to_simulate=years, annual_fund_fee=0.0,
        planned_contributions=[{"year": year, "amount": 40_000.0} for year in range(years)],
    )  # fmt: skip
    rebalances = [PortfolioRebalance(year=0, weights={"stocks": 1.0})]
    parameters = SimulationParameters(num_simulations=futures, random_seed=1)
    correlation = CorrelationMatrix(assets_order=["stocks", "inflation"], matrix=[[1.0, 0.0], [0.0, 1.0]])

    def run() -> Any:
        for _ in range(futures):
            builder = (
                SimulationBuilder.new().set_det_inputs(inputs).set_assets(assets).set_correlation_matrix(correlation)
            )
            made = builder.set_portfolio_rebalances(rebalances).set_shock_events([]).set_sim_params(parameters).build()
            made.init()
            made.run()

    return run, futures * years * 12


def main() -> int:
    """Warm once, then the median of three runs in processor time."""
    told = {}
    for peer in (monteplan, manyfutures, firecast):
        try:
            run, steps = peer()
        except ImportError:
            continue
        run()
        took = []
        for _ in range(3):
            begun = time.process_time()
            run()
            took.append(time.process_time() - begun)
        told[peer.__name__] = {"seconds": sorted(took)[1], "steps": steps}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
